import { useTranslation } from '../translation.ts';
import { HealthCard } from './health-card.tsx';
import type { Changes } from './health-data.ts';
import { libraryAddress } from './library-address.ts';

/** What became, in the articles, of what was annotated: each number leads to its list. */
export function HealthChanges({ changes }: { readonly changes: Changes | undefined }) {
	const { translate, locale } = useTranslation();
	const number = new Intl.NumberFormat(locale);
	const { articles = 0, passages = 0, orphans = 0 } = changes ?? {};
	const lines = [
		{ view: 'articles', query: 'is:changed', key: 'changedArticles', count: articles },
		{ view: 'passages', query: 'is:changed', key: 'changedPassages', count: passages },
		{ view: 'passages', query: 'is:orphan', key: 'orphanPassages', count: orphans },
	] as const;
	const isAny = lines.some(({ count }) => count > 0);
	return (
		<HealthCard title={translate('changesTitle')} state={changes === undefined ? 'unknown' : isAny ? 'look' : 'well'}>
			{isAny && (
				<ul>
					{lines
						.filter(({ count }) => count > 0)
						.map(({ view, query, key, count }) => (
							<li key={key}>
								<a href={libraryAddress({ view, query })}>{translate(key, number.format(count))}</a>
							</li>
						))}
				</ul>
			)}
			{changes && !isAny && <p>{translate('allInPlace')}</p>}
		</HealthCard>
	);
}
