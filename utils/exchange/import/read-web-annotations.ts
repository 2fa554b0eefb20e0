import { COLORS, STYLES } from '../../domain/color.ts';
import { derivedId, uuidIn } from '../../domain/derived-id.ts';
import { NO_VERSION } from '../../domain/library-part.ts';
import { foundSelectors } from './found-selectors.ts';
import type { FoundArticle, Gathering } from './gather.ts';
import { htmlToText } from './html-to-text.ts';
import type { Trouble } from './imported.ts';
import { type JsonPath, lineOfPath, pathText } from './line-of-path.ts';
import { instantOf, isObject, listOf, members, termOf, words } from './read-member.ts';
import { readWebArticle, readWebVersions } from './read-web-article.ts';

type Node = Readonly<Record<string, unknown>>;

/** What is known of the annotations inside a collection. */
interface Surrounding {
	readonly path: JsonPath;
	readonly about: readonly Node[];
}

/** A node's types, however JSON-LD names them. */
export function typesOf(node: Node): readonly unknown[] {
	return listOf(node.type ?? node['@type']).map(termOf);
}

function idOf(node: unknown): string | undefined {
	return isObject(node) ? words(node.id ?? node['@id']) : words(node);
}

/**
 * Annotations of the W3C Web Annotation Data Model (https://www.w3.org/TR/annotation-model/): collections, pages, lists
 * or single ones, our own with all that they hold, others' as far as they quote words of a page.
 * @param text the JSON that `value` was parsed from, for the lines of what is not understood
 */
export function readWebAnnotations(value: unknown, text: string, at: string, gathering: Gathering): void {
	const place = (path: JsonPath) => ({ line: lineOfPath(text, path), path: pathText(path) });
	/** Pages that stand beside each other in the file name each other. */
	const named = new Set(listOf(members(value)['@graph']).map(idOf));
	// What lies within what lies within…: JSON is not nested deeper than can be parsed.
	const visit = (node: unknown, { path, about }: Surrounding): void => {
		if (Array.isArray(node)) {
			for (const [index, item] of node.entries()) visit(item, { path: [...path, index], about });
			return;
		}
		if (!isObject(node)) return gathering.trouble('wrong-form', place(path));
		const told = [...about, ...listOf(node['schema:about']).filter(isObject)];
		const types = typesOf(node);
		if (types.includes('Annotation')) return annotation(node, { path, about: told });
		for (const article of listOf(node['schema:about']).filter(isObject)) keepArticle(article, path);
		let isCollection = types.includes('AnnotationCollection') || types.includes('AnnotationPage');
		for (const name of ['@graph', 'first', 'items', 'next']) {
			if (typeof node[name] === 'string') {
				if (!named.has(node[name])) gathering.trouble('wrong-form', place([...path, name]));
			} else if (node[name] !== undefined) {
				isCollection = true;
				visit(node[name], { path: [...path, name], about: told });
			}
		}
		if (!isCollection) gathering.trouble('wrong-form', place(path));
	};

	/** An article that the file tells all about, also where it has no annotation. */
	function keepArticle(about: Node, path: JsonPath): string | undefined {
		const found = readWebArticle(about, at);
		const articleId = gathering.article(found, place(path));
		if (articleId === undefined) return undefined;
		for (const version of readWebVersions(about, articleId)) gathering.version(version, place(path));
		return articleId;
	}

	function annotation(node: Node, { path, about }: Surrounding): void {
		const [target, ...others] = listOf(node.target);
		for (const index of others.keys()) gathering.trouble('wrong-form', place([...path, 'target', index + 1]));
		const source = isObject(target) ? (idOf(target.source) ?? idOf(target)) : words(target);
		const quote = quoteIn(members(target).selector);
		// It is on an annotation, whose address is no page's.
		if (quote === undefined && listOf(node.motivation).map(termOf).includes('replying'))
			return gathering.trouble('reply', place(path));
		const article = about.find((one) => idOf(one) === source);
		const found: FoundArticle = { facts: {}, address: source };
		const articleId = article ? keepArticle(article, path) : gathering.article(found, place([...path, 'target']));
		if (articleId === undefined) return;
		const { note, tags } = bodiesOf(node, (why, index) => gathering.trouble(why, place([...path, 'body', index])));
		if (quote === undefined) {
			// On the page as a whole. A selector of another kind points to something that cannot be told.
			if (members(target).selector !== undefined)
				return gathering.trouble('no-quote', place([...path, 'target', 'selector']));
			gathering.note(articleId, note);
			// A note on an article has none.
			if (tags.length > 0) gathering.trouble('bad-member', place([...path, 'body']));
			return;
		}
		for (const name of ['created', 'modified'])
			if (node[name] !== undefined && instantOf(node[name]) === undefined)
				gathering.trouble('bad-member', place([...path, name]));
		const created = instantOf(node.created) ?? at;
		const classes = listOf(members(target).styleClass);
		const identifier = idOf(node);
		gathering.annotation(
			{
				id:
					(identifier && uuidIn(identifier)) ??
					// The same one after it was edited, where it is named for all the world.
					(identifier && /^[a-z][a-z\d+.-]*:/i.test(identifier)
						? derivedId('web-annotation', identifier)
						: derivedId(identifier ?? '', source ?? '', JSON.stringify(quote), note, ...tags)),
				articleId,
				version: versionOf(members(target).state),
				created,
				modified: instantOf(node.modified) ?? created,
				color: COLORS.find((color) => classes.includes(color)) ?? 'yellow',
				style: STYLES.find((style) => classes.includes(style)) ?? 'solid',
				note,
				tags,
				selectors: foundSelectors(quote, gathering.count(articleId)),
			},
			place(path),
		);
	}

	visit(value, { path: [], about: [] });
}

/** What is said: bodies for tagging are tags, replies of others are left out, all else is the note. */
function bodiesOf(node: Node, trouble: (why: Trouble, index: number) => void): { note: string; tags: string[] } {
	const [notes, tags]: [string[], string[]] = [[], []];
	const motives = listOf(node.motivation).map(termOf);
	if (typeof node.bodyValue === 'string') notes.push(node.bodyValue);
	for (const [index, body] of listOf(node.body).entries()) {
		const { value, format, purpose } = members(body);
		const purposes = listOf(purpose).map(termOf);
		// What an annotation is for as a whole, not each of its bodies need be.
		const isTag = purposes.length > 0 ? purposes.includes('tagging') : motives.join() === 'tagging';
		const isHtml = listOf(format).some((one) => /^text\/html\b/i.test(words(one) ?? ''));
		if (typeof value !== 'string') trouble('wrong-form', index);
		else if (purposes.includes('replying')) trouble('reply', index);
		else if (isTag) tags.push(value);
		else notes.push(isHtml ? htmlToText(value) : value);
	}
	return { note: notes.join('\n\n'), tags };
}

/** The words a selector quotes, with where they stood, found also in selectors that refine others. */
function quoteIn(selector: unknown) {
	const all = listOf(selector)
		.flatMap((one) => [one, ...listOf(members(one).refinedBy)])
		.filter(isObject);
	const quote = all.find((one) => typesOf(one).includes('TextQuoteSelector') && words(one.exact) !== undefined);
	if (quote === undefined) return undefined;
	// One that refines counts in what it refines.
	const position = listOf(selector).find((one) => isObject(one) && typesOf(one).includes('TextPositionSelector'));
	// Our own beside it where code points are not what we count in.
	const own = /^(\d+)-(\d+)$/.exec(words(quote['schema:position']) ?? '');
	return {
		exact: words(quote.exact)!,
		prefix: words(quote.prefix),
		suffix: words(quote.suffix),
		start: own ? Number(own[1]) : numberOf(members(position).start),
		end: own ? Number(own[2]) : numberOf(members(position).end),
	};
}

function numberOf(value: unknown): number | undefined {
	return typeof value === 'number' ? value : undefined;
}

function versionOf(state: unknown): string {
	const named = listOf(state).map((one) => members(one)['schema:sha256']);
	return named.find((one): one is string => typeof one === 'string' && /^[0-9a-f]{64}$/.test(one)) ?? NO_VERSION;
}
