import Mustache from 'mustache';
import { LONGEST_TEMPLATE, TEMPLATE_NAMES, type TemplateTrouble } from '../domain/export-template.ts';

const NAMES: ReadonlySet<string> = new Set([...TEMPLATE_NAMES.article, ...TEMPLATE_NAMES.annotation, '.']);

const LISTS: ReadonlySet<string> = new Set(TEMPLATE_NAMES.lists);

type Token = readonly [type: string, name: string, start: number, end: number, inner?: unknown];

/**
 * The first mistake in a template, or undefined. A template may hold names that stand for something, and sections of them, not one
 * within another of the same name: so it can neither reach anything that was not handed to it nor take for ever.
 */
export function checkTemplate(source: string): TemplateTrouble | undefined {
	if (source.length > LONGEST_TEMPLATE) return { kind: 'too-long', line: 1, name: '' };
	const at = (kind: TemplateTrouble['kind'], offset: number, name: string): TemplateTrouble => ({
		kind,
		line: source.slice(0, offset).split('\n').length,
		name,
	});
	const visit = (tokens: readonly Token[], around: readonly string[]): TemplateTrouble | undefined => {
		for (const [type, name, start, end, inner] of tokens) {
			if (type === 'text' || type === '!') continue;
			if (type === '>' || type === '=') return at('forbidden', start, source.slice(start, end));
			if (!NAMES.has(name)) return at('unknown', start, name);
			const isSection = type === '#' || type === '^';
			// What is gone through is no text, and `.` is what is gone through.
			const isText = name === '.' ? around.length > 0 && around.at(-1) !== 'annotations' : !LISTS.has(name);
			if (!isText && (name === '.' || !isSection)) return at('forbidden', start, source.slice(start, end));
			if (!isSection) continue;
			if (around.includes(name)) return at('forbidden', start, source.slice(start, end));
			const trouble = visit(inner as readonly Token[], type === '#' ? [...around, name] : around);
			if (trouble !== undefined) return trouble;
		}
		return undefined;
	};
	try {
		// A writer of its own: the library's keeps every template that it has seen.
		return visit(new Mustache.Writer().parse(source) as unknown as readonly Token[], []);
	} catch (error) {
		return readComplaint(String(error), source, at);
	}
}

/** What the library says of a template that it cannot read, as the trouble it is. */
function readComplaint(
	complaint: string,
	source: string,
	at: (kind: TemplateTrouble['kind'], offset: number, name: string) => TemplateTrouble,
): TemplateTrouble {
	const [, what, name = '', offset] = /(Unopened|Unclosed) (?:section "(.*)"|tag) at (\d+)/s.exec(complaint) ?? [];
	const end = offset === undefined ? source.length : Number(offset);
	if (what === undefined) return at('forbidden', source.indexOf('{{='), '{{=');
	if (name === '') return at('unfinished', source.lastIndexOf('{{', end), '');
	if (what === 'Unopened') return at('unopened', end, name);
	// It is told where the section should have ended; the reader looks for where it began.
	const opened = Math.max(source.lastIndexOf(`#${name}`, end), source.lastIndexOf(`^${name}`, end));
	return at('unclosed', opened, name);
}
