import '../../components/library/bar.css';
import '../../components/library/overview.css';
import { useEffect, useState } from 'preact/hooks';
import { civilDayOf } from '../../components/library/civil-day.ts';
import type { OverviewData } from '../../components/library/overview-data.ts';
import { Overview } from '../../components/library/overview-view.tsx';
import { useTranslation } from '../../components/translation.ts';
import { editionName } from './edition-name.ts';
import { withCondition } from './query-conditions.ts';
import type { ViewContext } from './view-context.ts';

/** Joins the overview with the index, which counts. */
export function OverviewView({ store, index, address: { query }, fail }: ViewContext) {
	const { locale } = useTranslation();
	const [data, setData] = useState<OverviewData>();
	useEffect(() => {
		let asked = 0;
		async function count(): Promise<void> {
			const mine = ++asked;
			try {
				const next = await readOverview({ store, index }, query);
				// What was asked for later is what counts, whichever comes first.
				if (mine !== asked) return;
				setData(next);
				fail(undefined);
			} catch {
				if (mine === asked) fail('unreachable');
			}
		}
		void count();
		const unwatch = index.watch(() => void count());
		return () => {
			asked++;
			unwatch();
		};
	}, [query]);
	return (
		<Overview
			data={data}
			query={query}
			narrowed={withCondition}
			today={civilDayOf(new Date())}
			editionName={(path) => editionName(path, locale)}
		/>
	);
}

async function readOverview(
	{ store, index }: Pick<ViewContext, 'store' | 'index'>,
	query: string,
): Promise<OverviewData> {
	const of = { query, kind: 'annotation' } as const;
	const [days, { color, edition, tag }, { pending }, counts] = await Promise.all([
		index.ask('timeline', { ...of, unit: 'day' }),
		index.ask('facets', of),
		index.ask('state', {}),
		store.countLibrary(),
	]);
	return {
		articles: query.trim() === '' ? counts.articles : undefined,
		// Every annotation has one colour.
		annotations: color.reduce((sum, [, count]) => sum + count, 0),
		pending,
		days,
		colors: color,
		editions: edition,
		tags: tag,
	};
}
