import { expect, test } from 'vitest';
import { unexplainedRequests } from './unexplained-requests.ts';

const request = (url: string, destination: string, method = 'GET') => ({ url, destination, method });

test('an article, its pictures, and what browsers ask of their makers are accounted for', () => {
	expect(
		unexplainedRequests([
			request('https://www.rfi.fr/fr/a', 'document'),
			request('https://s.rfi.fr/media/a.jpg', 'image'),
			request('https://firefox.settings.services.mozilla.com/v1/', ''),
			request('https://accounts.google.com/ListAccounts', 'empty', 'POST'),
		]),
	).toEqual([]);
});

test.each([
	['what a script fetches, from the article too', request('https://www.rfi.fr/fr/a', 'empty')],
	['a beacon', request('https://www.rfi.fr/fr/a', 'empty', 'POST')],
	['what tells not what it is for', request('https://en-marge.org/', '')],
	['a form that is sent', request('https://www.rfi.fr/fr/a', 'document', 'POST')],
	['a host that only looks like a browser’s', request('https://mozilla.com.example/', '')],
])('%s is not', (_, one) => {
	expect(unexplainedRequests([one])).toEqual([one]);
});
