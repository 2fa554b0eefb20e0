/** Rows of a small library, as they lie in the database. */
const ARTICLES = ['The first story', 'The second story', 'The third story', 'The last story'];
const MADE = ['2026-03-05', '2026-03-12', '2026-03-12', '2025-07-01', '2026-01-20', '2026-03-12'];
const COLORS = ['yellow', 'pink', 'yellow', 'blue', 'yellow', 'green'];

/**
 * Puts articles and annotations into the database of the extension page that this is evaluated in, as text: six annotations
 * that stand on three articles; in the trash an article with two, and two alone; and one whose article is missing.
 */
export function seedMixedLibrary(now = new Date()): string {
	const id = (kind: string, index: number) => `${kind}0000000-0000-4000-8000-${String(index).padStart(12, '0')}`;
	const deleted = new Date(now.getTime() - 60_000).toISOString();
	const text = 'Words that stand in the story. '.repeat(20);
	const articles = ARTICLES.map((title, index) => ({
		id: id('a', index),
		keys: [`url:https://www.rfi.fr/fr/story-${index}`],
		url: `https://www.rfi.fr/fr/story-${index}`,
		addresses: [],
		title,
		edition: index === 1 ? 'cn' : 'fr',
		lang: index === 1 ? 'zh-Hans' : 'fr',
		dir: 'ltr',
		added: '2025-06-01T10:00:00.000Z',
		asOf: '2025-06-01T10:00:00.000Z',
		...(index !== 3 && { annotated: '2026-03-12T12:00:00.000Z' }),
		...(index === 2 && { deleted }),
	}));
	const versions = [...articles.map((row) => row.id), id('a', 99)].map((articleId) => ({
		articleId,
		fingerprint: 'f'.repeat(64),
		captured: '2025-06-01T10:00:00.000Z',
		address: 'https://www.rfi.fr/fr/story',
		text,
	}));
	const annotation = (index: number, articleId: string, changes: object) => ({
		id: id('b', index),
		articleId,
		version: 'f'.repeat(64),
		created: '2026-03-12T12:00:00.000Z',
		modified: '2026-03-12T12:00:00.000Z',
		color: 'blue',
		style: 'solid',
		note: '',
		tags: [],
		selectors: {
			quote: { type: 'TextQuoteSelector', exact: 'Words that stand', prefix: '', suffix: ' in the story' },
			position: { type: 'TextPositionSelector', start: 0, end: 16 },
		},
		...changes,
	});
	const gone = (exact: string) => ({
		deleted,
		selectors: {
			quote: { type: 'TextQuoteSelector', exact, prefix: '', suffix: '' },
			position: { type: 'TextPositionSelector', start: 0, end: exact.length },
		},
	});
	const annotations = [
		...MADE.map((day, index) => {
			const at = `${day}T12:00:00.000Z`;
			return annotation(index, id('a', index % 2), {
				created: at,
				modified: at,
				color: COLORS[index],
				tags: ['press freedom'],
			});
		}),
		annotation(6, id('a', 2), { deleted, note: 'a note' }),
		annotation(7, id('a', 2), { deleted }),
		annotation(8, id('a', 0), gone('gone words 1')),
		annotation(9, id('a', 0), gone('gone words 2')),
		annotation(10, id('a', 99), { note: 'whose article is missing' }),
	];
	const pending = [
		...articles.map((row) => ({ key: `article:${row.id}`, mark: 'seed' })),
		...annotations.map((row) => ({ key: `annotation:${row.id}`, mark: 'seed' })),
	];
	return `(async () => {
		const done = (request) => new Promise((resolve, reject) => {
			request.onsuccess = () => resolve(request.result);
			request.onerror = () => reject(request.error);
		});
		const database = await done(indexedDB.open('en-marge'));
		const rows = ${JSON.stringify({ articles, versions, annotations, pending })};
		const transaction = database.transaction(Object.keys(rows), 'readwrite');
		for (const [name, all] of Object.entries(rows)) for (const row of all) transaction.objectStore(name).put(row);
		await new Promise((resolve, reject) => {
			transaction.oncomplete = resolve;
			transaction.onabort = () => reject(transaction.error);
		});
		database.close();
	})()`;
}
