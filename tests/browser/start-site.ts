import { createServer as createHttpServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer as createHttpsServer } from 'node:https';
import { type AddressInfo, createServer as createTcpServer, type Socket } from 'node:net';
import { selfSignedCertificate } from './self-signed-certificate.ts';

export interface SiteRequest {
	readonly method: string;
	/** In full, as the browser asked for it: scheme, host, path and query. */
	readonly url: string;
	/** Value of `Sec-Fetch-Dest` (`document`, `image`, `empty` for a script's fetch…); empty where the browser sends none. */
	readonly destination: string;
}

export interface Site {
	readonly port: number;
	/** Full URL → HTML. May be changed while the site runs. */
	readonly pages: Map<string, string>;
	/** Every request so far, the unanswered ones too. */
	readonly requests: SiteRequest[];
	close(): Promise<void>;
}

const TLS_HANDSHAKE = 0x16;

/**
 * Stands in for the whole web on one local port: a browser led here for every host finds the pages under their own
 * URLs, with `http:` and `https:`, and 404 for anything else.
 */
export async function startSite(pages: Iterable<readonly [string, string]>): Promise<Site> {
	const site = { pages: new Map(byCanonicalUrl(pages)), requests: [] as SiteRequest[] };
	const answer = (scheme: string) => (request: IncomingMessage, response: ServerResponse) => {
		const url = new URL(`${scheme}://${request.headers.host ?? 'localhost'}${request.url ?? '/'}`).href;
		const destination = String(request.headers['sec-fetch-dest'] ?? '');
		site.requests.push({ method: request.method ?? 'GET', url, destination });
		const html = site.pages.get(url);
		response.writeHead(html === undefined ? 404 : 200, { 'content-type': 'text/html; charset=utf-8' });
		response.end(html ?? '<!doctype html><title>404</title>');
	};
	const http = createHttpServer(answer('http'));
	const https = createHttpsServer(selfSignedCertificate('En marge test site'), answer('https'));
	const open = new Set<Socket>();
	const door = createTcpServer((socket) => {
		open.add(socket);
		socket.on('close', () => open.delete(socket));
		socket.on('error', () => socket.destroy());
		socket.once('readable', () => {
			const first: Buffer | null = socket.read(1);
			if (first === null) return void socket.destroy();
			socket.unshift(first);
			(first[0] === TLS_HANDSHAKE ? https : http).emit('connection', socket);
		});
	});
	await new Promise<void>((resolve, reject) => door.once('error', reject).listen(0, '127.0.0.1', resolve));
	return {
		...site,
		port: (door.address() as AddressInfo).port,
		close: () =>
			new Promise((resolve) => {
				door.close(() => resolve());
				for (const socket of open) socket.destroy();
			}),
	};
}

function byCanonicalUrl(pages: Iterable<readonly [string, string]>): [string, string][] {
	return [...pages].map(([url, html]) => [new URL(url).href, html]);
}
