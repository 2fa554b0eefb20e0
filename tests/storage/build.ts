import { IDBFactory } from 'fake-indexeddb';
import type { Draft, Instant } from '../../utils/domain/annotation.ts';
import type { Article, ArticleCandidate, VersionCandidate } from '../../utils/domain/article.ts';
import type { ArticleSummary } from '../../utils/domain/library.ts';
import type { Creation } from '../../utils/storage/annotations.ts';
import type { LibraryStore } from '../../utils/storage/library-store.ts';
import type { Store } from '../../utils/storage/store.ts';

/** The n-th minute of a day of tests. */
export function at(minute: number): Instant {
	return new Date(Date.UTC(2026, 10, 22, 8) + minute * 60_000).toISOString();
}

/** The n-th UUID. */
export function uuid(n: number): string {
	return `00000000-0000-4000-8000-${n.toString(16).padStart(12, '0')}`;
}

export function fingerprintOf(n: number): string {
	return n.toString(16).padStart(64, '0');
}

export function candidate(overrides: Partial<ArticleCandidate> = {}): ArticleCandidate {
	return {
		facts: { title: '一篇文章', dir: 'ltr', url: 'https://www.rfi.fr/cn/a', edition: 'cn', lang: 'zh-Hans' },
		keys: ['url:https://www.rfi.fr/cn/a'],
		address: 'https://www.rfi.fr/cn/a',
		...overrides,
	};
}

export function version(overrides: Partial<VersionCandidate> = {}): VersionCandidate {
	return {
		fingerprint: fingerprintOf(1),
		captured: at(0),
		address: 'https://www.rfi.fr/cn/a',
		text: '一篇文章\n正文',
		...overrides,
	};
}

export function draft(overrides: Partial<Draft> = {}, start = 0): Draft {
	return {
		color: 'yellow',
		style: 'solid',
		note: '',
		tags: [],
		selectors: {
			quote: { type: 'TextQuoteSelector', exact: '文章', prefix: '一篇', suffix: '' },
			position: { type: 'TextPositionSelector', start, end: start + 2 },
		},
		...overrides,
	};
}

export function creation(n: number, overrides: Partial<Creation> = {}): Creation {
	return { article: candidate(), version: version(), draft: draft({}, n), id: uuid(n), at: at(n), ...overrides };
}

/** An IndexedDB of one's own: nothing another test stored is in it. */
export function freshFactory(): IDBFactory {
	return new IDBFactory();
}

/** The article that has one of these keys, where it stands. */
export async function articleOf(store: Store, keys: readonly string[]): Promise<Article | undefined> {
	return (await store.openArticle(keys)).article;
}

/** Every article that stands, the one that was annotated last first. */
export async function summariesOf(store: LibraryStore): Promise<ArticleSummary[]> {
	return await store.getSummaries(await store.listArticleIds('annotated'));
}
