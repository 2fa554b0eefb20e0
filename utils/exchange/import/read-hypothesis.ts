import { derivedId, uuidIn } from '../../domain/derived-id.ts';
import { NO_VERSION } from '../../domain/library-part.ts';
import { foundSelectors } from './found-selectors.ts';
import type { Gathering } from './gather.ts';
import { type JsonPath, lineOfPath, pathText } from './line-of-path.ts';
import { instantOf, isObject, listOf, members, words } from './read-member.ts';

/**
 * What the Hypothesis client exports. Its positions count in the whole page and are only taken for the order; colours it
 * has none. Replies are not taken over: they are on an annotation, not on words.
 */
export function readHypothesis(value: unknown, text: string, at: string, gathering: Gathering): void {
	const place = (path: JsonPath) => ({ line: lineOfPath(text, path), path: pathText(path) });
	for (const [index, item] of listOf(members(value).annotations).entries()) {
		const path = ['annotations', index];
		if (!isObject(item)) {
			gathering.trouble('wrong-form', place(path));
			continue;
		}
		if (listOf(item.references).length > 0) {
			gathering.trouble('reply', place(path));
			continue;
		}
		const [first, ...others] = listOf(item.target);
		for (const n of others.keys()) gathering.trouble('wrong-form', place([...path, 'target', n + 1]));
		const target = members(first);
		const address = words(item.uri) ?? words(target.source);
		const title = words(listOf(members(item.document).title)[0]);
		const articleId = gathering.article({ facts: { ...(title !== undefined && { title }) }, address }, place(path));
		if (articleId === undefined) continue;
		const selectors = listOf(target.selector).filter(isObject);
		const quote = selectors.find(({ type, exact }) => type === 'TextQuoteSelector' && words(exact) !== undefined);
		const note = typeof item.text === 'string' ? item.text : '';
		const tags = listOf(item.tags).filter((tag) => typeof tag === 'string');
		if (quote === undefined) {
			if (selectors.length > 0) gathering.trouble('no-quote', place([...path, 'target']));
			else {
				gathering.note(articleId, note);
				// A note on an article has none.
				if (tags.length > 0) gathering.trouble('bad-member', place([...path, 'tags']));
			}
			continue;
		}
		const position = selectors.find(({ type }) => type === 'TextPositionSelector');
		const found = {
			exact: words(quote.exact)!,
			prefix: words(quote.prefix),
			suffix: words(quote.suffix),
			start: typeof position?.start === 'number' ? position.start : undefined,
			end: typeof position?.end === 'number' ? position.end : undefined,
		};
		for (const name of ['created', 'updated'])
			if (item[name] !== undefined && instantOf(item[name]) === undefined)
				gathering.trouble('bad-member', place([...path, name]));
		const created = instantOf(item.created) ?? at;
		const id = words(item.id);
		gathering.annotation(
			{
				// The same one after it was edited.
				id:
					id === undefined
						? derivedId('hypothesis', address ?? '', JSON.stringify(found), note)
						: (uuidIn(id) ?? derivedId('hypothesis', id)),
				articleId,
				version: NO_VERSION,
				created,
				modified: instantOf(item.updated) ?? created,
				color: 'yellow',
				style: 'solid',
				note,
				tags,
				selectors: foundSelectors(found, gathering.count(articleId)),
			},
			place(path),
		);
	}
}
