import type { TrashEntry } from '../../utils/domain/trash.ts';
import { type CivilDay, civilDayOf } from './civil-day.ts';

/** What there is in the trash, and what goes when it is emptied. */
export interface TrashContents {
	readonly articles: number;
	/** Those that went with their articles count too. */
	readonly annotations: number;
	/** On annotations and on articles. */
	readonly notes: number;
}

export function contentsOf(entries: readonly TrashEntry[]): TrashContents {
	let [articles, annotations, notes] = [0, 0, 0];
	for (const entry of entries) {
		const isArticle = entry.kind === 'article';
		articles += isArticle ? 1 : 0;
		annotations += isArticle ? entry.annotations : 1;
		notes += isArticle ? entry.notes : Number(entry.annotation.note !== '');
	}
	return { articles, annotations, notes };
}

export interface TrashDay {
	readonly goes: CivilDay;
	readonly entries: readonly TrashEntry[];
}

/** What is in the trash by the day it goes on, in the order given. */
export function byDayOfGoing(entries: readonly TrashEntry[]): TrashDay[] {
	const days = new Map<CivilDay, TrashEntry[]>();
	for (const entry of entries) {
		const day = civilDayOf(new Date(entry.goes));
		const others = days.get(day);
		if (others) others.push(entry);
		else days.set(day, [entry]);
	}
	return [...days].map(([goes, those]) => ({ goes, entries: those }));
}
