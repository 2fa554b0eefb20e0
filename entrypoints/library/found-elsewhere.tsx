import { type ListName, libraryAddress } from '../../components/library/library-address.ts';
import { type PluralKey, plural, useTranslation } from '../../components/translation.ts';
import type { SearchKind } from '../../utils/domain/search.ts';
import { useSearch } from './use-search.ts';
import type { ViewContext } from './view-context.ts';

interface FoundElsewhereProps {
	/** The list in which nothing was found. */
	readonly list: ListName;
	readonly query: string;
	readonly context: ViewContext;
}

/** For each list the other one. */
const OTHERS: Readonly<Record<ListName, { list: ListName; search: SearchKind; counted: PluralKey }>> = {
	articles: { list: 'passages', search: 'annotation', counted: 'annotations' },
	passages: { list: 'articles', search: 'article', counted: 'articles' },
};

/** The way to what the same query finds in the other list: words of a note are in no article, nor those of a text in a passage. */
export function FoundElsewhere({ list, query, context }: FoundElsewhereProps) {
	const translation = useTranslation();
	const other = OTHERS[list];
	const found = useSearch(context, other.search, query, 'sense');
	if (found === undefined || found.query !== query || found.total === 0) return null;
	return (
		<>
			{' '}
			<a href={libraryAddress({ view: other.list, query })}>{plural(translation, other.counted, found.total)}</a>
		</>
	);
}
