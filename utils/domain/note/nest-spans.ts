import type { MarkRun } from './note-marks.ts';
import type { NoteSpan } from './note-tree.ts';

/** What a line is made of, before it is known what belongs together. A bracket that leads nowhere is text. */
export type Token =
	| string
	| Exclude<NoteSpan, string>
	| { readonly run: MarkRun }
	| { readonly bracket: { readonly opening: string; readonly href?: string } }
	| typeof LINK_END;

export const LINK_END = { endsLink: true } as const;

/** Spans within spans; what lies deeper is shown without its own emphasis: a view must not nest without end. */
const DEEPEST = 24;

/** What lies between a beginning and its end becomes one span. */
export function nestSpans(tokens: readonly Token[]): NoteSpan[] {
	const stack: NoteSpan[][] = [[]];
	/** Where the link leads that is being read. */
	let href: string | undefined;

	const add = (span: NoteSpan): void => {
		const spans = stack.at(-1)!;
		const last = spans.at(-1);
		if (typeof span === 'string' && typeof last === 'string') spans[spans.length - 1] = last + span;
		else if (span !== '') spans.push(span);
	};
	const close = (wrap: (spans: NoteSpan[]) => NoteSpan): void => {
		const spans = stack.pop()!;
		if (stack.length <= DEEPEST) add(wrap(spans));
		else for (const span of spans) add(span);
	};

	for (const token of tokens) {
		if (typeof token === 'string') {
			add(token);
		} else if ('endsLink' in token) {
			const address = href!;
			close((spans) => ({ kind: 'link', href: address, spans }));
			href = undefined;
		} else if ('bracket' in token) {
			if (token.bracket.href === undefined) add(token.bracket.opening);
			else {
				href = token.bracket.href;
				stack.push([]);
			}
		} else if ('run' in token) {
			const { mark, left, opens, closes } = token.run;
			for (const kind of closes) close((spans) => ({ kind, spans }));
			add(mark.repeat(left));
			for (const _ of opens) stack.push([]);
		} else if (token.kind === 'link' && href !== undefined) {
			for (const span of token.spans) add(span);
		} else {
			add(token);
		}
	}
	return stack[0]!;
}
