import { browser } from 'wxt/browser';
import type { Filters } from '../../../components/panel/filters.ts';

const keyOf = (article: string): string => `filters:${article}`;

/** What the list of an article was narrowed to when it was last shown; forgotten when the browser closes. */
export async function recallFilters(article: string): Promise<unknown> {
	const key = keyOf(article);
	return (await browser.storage.session.get(key))[key];
}

export function keepFilters(article: string, filters: Filters): void {
	void browser.storage.session.set({ [keyOf(article)]: filters });
}
