import { useEffect, useState } from 'preact/hooks';
import type { SearchField, SearchKind, Snippet } from '../../utils/domain/search.ts';
import type { EntryHit } from './list-kind.ts';
import type { ViewContext } from './view-context.ts';

/** Where a sentence of an article is looked for first. */
const SENTENCES: readonly SearchField[] = ['text', 'note', 'description', 'fact'];

/** What a search found in the rows that are shown, in its words. */
export function useHits(
	{ index }: ViewContext,
	kind: SearchKind,
	query: string,
	shownIds: readonly string[],
	/** Another whenever the index has answered anew. */
	found: unknown,
): ReadonlyMap<string, EntryHit> {
	const [hits, setHits] = useState<{ readonly query: string; readonly byId: ReadonlyMap<string, EntryHit> }>();
	useEffect(() => {
		if (query === '' || shownIds.length === 0) return;
		let isEnded = false;
		index.ask('snippets', { ids: shownIds, query, kind }).then(
			(snippets) => !isEnded && setHits({ query, byId: hitsOf(kind, snippets) }),
			// Without them the rows are shown as they are without a search.
			() => undefined,
		);
		return () => {
			isEnded = true;
		};
	}, [kind, query, shownIds.join(), found]);
	return hits?.query === query ? hits.byId : new Map();
}

function hitsOf(kind: SearchKind, snippets: readonly Snippet[]): Map<string, EntryHit> {
	const byId = new Map<string, Partial<Record<SearchField, Snippet>>>();
	for (const snippet of snippets) byId.set(snippet.id, { ...byId.get(snippet.id), [snippet.field]: snippet });
	return new Map(
		[...byId].map(([id, { title, quote, note, ...others }]) => {
			const fields: Partial<Record<SearchField, Snippet>> = { ...others, ...(note && { note }) };
			const sentence = SENTENCES.map((field) => fields[field]).find((snippet) => snippet !== undefined);
			return [id, kind === 'article' ? { title, sentence } : { quote, note }];
		}),
	);
}
