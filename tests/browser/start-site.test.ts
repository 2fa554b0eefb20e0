import { request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import { expect, test } from 'vitest';
import { startSite } from './start-site.ts';

const ARTICLE = 'https://www.rfi.fr/cn/中国/20260101-一';

function get(url: string, port: number): Promise<{ status: number; body: string }> {
	const { protocol, host, pathname } = new URL(url);
	const request = protocol === 'https:' ? requestHttps : requestHttp;
	return new Promise((resolve, reject) => {
		request({ host: '127.0.0.1', port, path: pathname, headers: { host }, rejectUnauthorized: false }, (response) => {
			let body = '';
			response.on('data', (chunk) => (body += chunk));
			response.on('end', () => resolve({ status: response.statusCode ?? 0, body }));
		})
			.on('error', reject)
			.end();
	});
}

test('the site serves each page under its own URL over HTTPS and HTTP, 404 for the rest, and remembers every request', async () => {
	const site = await startSite([
		[ARTICLE, 'article'],
		['http://cn.rfi.fr/old', 'old'],
	]);
	try {
		expect(await get(ARTICLE, site.port)).toEqual({ status: 200, body: 'article' });
		expect(await get('http://cn.rfi.fr/old', site.port)).toEqual({ status: 200, body: 'old' });
		expect((await get('https://cn.rfi.fr/old', site.port)).status).toBe(404);
		site.pages.set('https://www.rfi.fr/later', 'later');
		expect((await get('https://www.rfi.fr/later', site.port)).body).toBe('later');
		expect(site.requests.map(({ url }) => url)).toEqual([
			new URL(ARTICLE).href,
			'http://cn.rfi.fr/old',
			'https://cn.rfi.fr/old',
			'https://www.rfi.fr/later',
		]);
	} finally {
		await site.close();
	}
});
