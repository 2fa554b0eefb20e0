import type { Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, beforeEach, inject } from 'vitest';
import type { BrowserKind } from '../browser/browser-kind.ts';
import { type InPageUi, inPageUi } from '../browser/in-page-ui.ts';
import { openSession, type Session, type SessionOptions } from '../browser/open-session.ts';
import { type Site, startSite } from '../browser/start-site.ts';
import { unexplainedRequests } from '../browser/unexplained-requests.ts';
import { unforeseenErrors } from '../browser/unforeseen-errors.ts';
import { tally } from '../tools/tally.ts';
import { orchardStory, type StoryOptions } from './pages/orchard-story.ts';

export interface OpenArticle {
	readonly page: Page;
	readonly ui: InPageUi;
	readonly url: string;
	readonly title: string;
}

/** A reader's browser and the web it sees, shared by the tests of one file. */
export interface World {
	readonly kind: BrowserKind;
	readonly session: Session;
	readonly site: Site;
	/** Puts a page on the web and opens it. */
	open(url: string, html: string): Promise<Page>;
	/** Puts an article that no other test knows on the site and opens it. */
	openArticle(changes?: StoryOptions): Promise<OpenArticle>;
}

/**
 * One browser for all tests of the block this is called in; pages are closed after each test. The last try of a test has a new
 * one, so that neither what the tries before left behind nor a browser that answers no more fails it too. At the end no request may have
 * reached the web that En marge made: see `unexplained-requests.ts`; and what it met with that nobody had foreseen is told.
 * @param options `pagesFetch`: the test opens pages of others, whose own scripts ask for whatever they like
 */
export function useSession(
	kind: BrowserKind,
	{ pagesFetch = false, ...options }: Partial<SessionOptions> & { readonly pagesFetch?: boolean } = {},
): World {
	let session: Session | undefined;
	let site: Site | undefined;

	const open = (on: Site) => openSession(kind, { extensionDir: inject('extensionDirs')[kind], site: on, ...options });
	async function leave(browser: Session): Promise<void> {
		const unforeseen = await unforeseenErrors(browser);
		for (const error of unforeseen ?? []) console.log(`UNFORESEEN in ${kind}, ${error}`);
		if (unforeseen !== undefined) tally('sessions', 1, Number(unforeseen.length > 0));
		await browser.close();
	}
	beforeAll(async () => {
		site = await startSite([]);
		session = await open(site);
	});
	beforeEach(async ({ task }) => {
		const isLastTry = Boolean(task.retry) && task.result?.retryCount === task.retry;
		if (site === undefined || !isLastTry) return;
		if (session !== undefined) await leave(session);
		session = await open(site);
	});
	afterEach(async () => {
		// A browser without any page ends.
		const [, ...others] = (await session?.browser.pages()) ?? [];
		for (const page of others.reverse()) await page.close().catch(() => undefined);
	});
	afterAll(async () => {
		if (session !== undefined) await leave(session);
		await site?.close();
		if (pagesFetch) return;
		const unexplained = unexplainedRequests(site?.requests ?? []);
		tally('requests', site?.requests.length ?? 0, unexplained.length);
		if (unexplained.length > 0) throw new Error(`nobody's requests but En marge's: ${JSON.stringify(unexplained)}`);
	});

	const world: World = {
		kind,
		get session() {
			if (session === undefined) throw new Error('the session is opened before the first test');
			return session;
		},
		get site() {
			if (site === undefined) throw new Error('the site is started before the first test');
			return site;
		},
		async open(url, html) {
			world.site.pages.set(new URL(url).href, html);
			return await world.session.openPage(url);
		},
		async openArticle(changes) {
			const { url, title, html } = orchardStory(changes);
			const page = await world.open(url, html);
			return { page, ui: inPageUi(page), url, title };
		},
	};
	return world;
}
