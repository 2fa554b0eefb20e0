import type { ArticleExport } from '../../utils/exchange/article-export.ts';
import { openLibraryStore } from '../../utils/storage/library-store.ts';
import { exportInput } from '../shared/exporting/export-input.ts';
import { exportSurroundings } from '../shared/exporting/export-surroundings.ts';
import { storedParts } from '../shared/exporting/stored-parts.ts';

/** What is shown where nothing is annotated yet. */
const SAMPLE: Pick<ArticleExport, 'article' | 'annotations'> = {
	article: {
		title: 'Dans la marge',
		url: 'https://www.rfi.fr/fr/culture/20260110-dans-la-marge',
		edition: 'fr',
		lang: 'fr',
		dir: 'ltr',
		byline: 'RFI',
		published: '2026-01-10T09:00:00.000Z',
	},
	annotations: [
		{
			id: '00000000-0000-4000-8000-000000000001',
			articleId: '',
			version: '',
			created: '2026-01-10T10:00:00.000Z',
			modified: '2026-01-10T10:00:00.000Z',
			color: 'yellow',
			style: 'solid',
			note: '*Qui* a écrit cela ?',
			tags: ['lecture'],
			selectors: {
				quote: { type: 'TextQuoteSelector', exact: 'une main pressée a écrit', prefix: '', suffix: '' },
				position: { type: 'TextPositionSelector', start: 0, end: 24 },
			},
		},
	],
};

let example: Promise<ArticleExport> | undefined;

/** The article last annotated, as it would be exported; the sample where there is none, or the store does not answer. Read once. */
export function exampleInput(): Promise<ArticleExport> {
	example ??= readExample();
	return example;
}

async function readExample(): Promise<ArticleExport> {
	const surroundings = await exportSurroundings();
	try {
		const store = openLibraryStore();
		const [id] = await store.listArticleIds('annotated');
		const [bundle] = id === undefined ? [] : await store.readBundles([id]);
		if (bundle !== undefined && bundle.annotations.length > 0) {
			const { article, annotations, versions } = bundle;
			return exportInput({ article, annotations, ...storedParts(article, versions.at(-1), []) }, surroundings);
		}
	} catch {
		// The sample shows as well what a template makes.
	}
	return exportInput(SAMPLE, surroundings);
}
