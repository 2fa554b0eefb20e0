import type { Hits } from './find-hits.ts';
import type { LibraryIndex } from './library-index.ts';

/** `day` as `2026-05-03`, `month` as `2026-05`, in the reader's own time zone. */
export type TimeUnit = 'day' | 'month';

const HOUR_S = 3600;

/** How many hits are of each day or month, by the first of their dates, the oldest first. */
export function countDays(index: LibraryIndex, { isHit }: Hits, unit: TimeUnit): (readonly [string, number])[] {
	const byQuarter = new Map<number, number>();
	for (const [number, { table }] of index.segments.entries()) {
		const base = index.bases[number]!;
		for (const [document, date] of table.dates[0]!.entries()) {
			if (date === 0 || isHit[base + document] === 0) continue;
			// Zones are apart by quarters of an hour: no quarter lies in two days.
			const quarter = Math.floor((date * 4) / HOUR_S);
			byQuarter.set(quarter, (byQuarter.get(quarter) ?? 0) + 1);
		}
	}
	const counts = new Map<string, number>();
	for (const [quarter, count] of byQuarter) {
		const name = dayName(quarter * (HOUR_S / 4), unit);
		counts.set(name, (counts.get(name) ?? 0) + count);
	}
	return [...counts].sort(([a], [b]) => (a < b ? -1 : 1));
}

function dayName(seconds: number, unit: TimeUnit): string {
	const date = new Date(seconds * 1000);
	const month = `${String(date.getFullYear()).padStart(4, '0')}-${two(date.getMonth() + 1)}`;
	return unit === 'month' ? month : `${month}-${two(date.getDate())}`;
}

const two = (value: number) => String(value).padStart(2, '0');
