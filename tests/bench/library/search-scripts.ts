// All of this runs in a page of the extension, as text: what the loader of these files adds to functions is not there.

/** Whether the extension has made its database. */
export const HAS_DATABASE = `(async () =>
	(await indexedDB.databases()).some(({ name, version }) => name === 'en-marge' && version >= 20))()`;

/** Asks the worker as the library's page does. */
export const START_WORKER = `
	// The page that asks is one without a script, so that the name of the policy is free.
	const { trustedTypes } = globalThis;
	const named = trustedTypes?.createPolicy('en-marge', { createScriptURL: (file) => file });
	globalThis.worker = new Worker(named?.createScriptURL('/library-index.js') ?? '/library-index.js');
	globalThis.lastId = 0;
	globalThis.ask = (name, of) => new Promise((resolve, reject) => {
		const id = ++lastId;
		const listen = ({ data }) => {
			if (data.id !== id) return;
			worker.removeEventListener('message', listen);
			if (data.ok) resolve(data.answer); else reject(new Error(name));
		};
		worker.addEventListener('message', listen);
		worker.postMessage({ id, name, of });
	});`;

/** Whether all that is stored is in the index. */
export const IS_READY = `(async () => {
	const { pending, isRebuilding } = await ask('state', {});
	return pending === 0 && !isRebuilding;
})()`;

const DATABASE = `
	const done = (request) => new Promise((resolve, reject) => {
		request.onsuccess = () => resolve(request.result);
		request.onerror = () => reject(request.error);
	});
	const all = async (database, store) => done(database.transaction(store).objectStore(store).getAll());`;

/** Measures the texts and the index, and takes words out of the texts to look for: common and rare ones, pieces of sentences. */
export const LOOK = `async function (count) {
	${DATABASE}
	const size = (text) => new TextEncoder().encode(text ?? '').length;
	const database = await done(indexedDB.open('en-marge'));
	let textBytes = 0;
	const texts = [];
	for (const { text } of await all(database, 'versions')) {
		textBytes += size(text);
		if (texts.length < count) texts.push(text);
	}
	for (const { selectors, note, tags } of await all(database, 'annotations'))
		textBytes += size(selectors.quote.exact) + size(note) + size(tags.join(''));
	database.close();
	const index = await done(indexedDB.open('en-marge-index'));
	let indexBytes = 0;
	for (const { bytes } of await all(index, 'blocks')) indexBytes += bytes.length;
	for (const { ids, dates, firstTerms, sums } of await all(index, 'segments'))
		indexBytes += ids.length + sums.byteLength + size(firstTerms.join('')) + dates.reduce((sum, { byteLength }) => sum + byteLength, 0);
	index.close();
	const queries = texts.map((text, number) => {
		const words = text.split(/\\s+/).filter(Boolean);
		const at = (number * 37) % Math.max(1, text.length - 20);
		if (number % 2 === 0) return text.slice(at, at + 1 + (number % 9)).replace(/[\\s，。]/g, '') || '的';
		const first = words[at % words.length];
		if (number % 3 === 0) return first.slice(0, 1 + (number % 4));
		if (number % 5 === 0) return '"' + words.slice(at % words.length, (at % words.length) + 3).join(' ') + '"';
		return number % 7 === 0 ? first + ' color:yellow ' : first;
	});
	return { textBytes, indexBytes, queries };
}`;

/** How long the worker takes for each query, in milliseconds. */
export const SEARCH = `async function (queries) {
	const times = [];
	for (const [number, query] of queries.entries()) {
		const started = performance.now();
		await ask('search', { query, kind: number % 4 < 2 ? 'article' : 'annotation', order: 'sense' });
		times.push(performance.now() - started);
	}
	return times;
}`;

/** How long it takes to load everything and to filter it, in milliseconds. */
export const NAIVE = `async function (queries) {
	${DATABASE}
	const database = await done(indexedDB.open('en-marge'));
	const times = [];
	for (const [number, query] of queries.entries()) {
		const wanted = query.replaceAll('"', '').replace('color:yellow', '').trim().toLowerCase();
		const has = (text) => text !== undefined && text.toLowerCase().includes(wanted);
		const started = performance.now();
		if (number % 4 < 2) {
			const articles = new Map((await all(database, 'articles')).map((article) => [article.id, article]));
			const hits = (await all(database, 'versions')).filter(({ articleId, text }) => has(articles.get(articleId)?.title) || has(text));
			hits.sort((a, b) => (articles.get(a.articleId).published < articles.get(b.articleId).published ? 1 : -1));
		} else {
			const hits = (await all(database, 'annotations')).filter(({ selectors, note, tags }) => has(selectors.quote.exact) || has(note) || tags.some(has));
			hits.sort((a, b) => (a.created < b.created ? 1 : -1));
		}
		times.push(performance.now() - started);
	}
	database.close();
	return times;
}`;
