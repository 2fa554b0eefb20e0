import type { Instant } from '../../../utils/domain/annotation.ts';
import type { VersionCandidate } from '../../../utils/domain/article.ts';
import type { Sender } from '../../../utils/messaging/channel.ts';
import type { BackgroundCommands } from '../../../utils/messaging/protocol.ts';
import type { PageArticle } from './page-article.ts';

/** An article that something is annotated on, as far as the page knows. */
export interface AnnotatedArticle {
	readonly articleId: string;
	/** Fingerprints of the versions that its annotations were made on. */
	readonly versions: ReadonlySet<string>;
}

export interface VersionKeeperOptions {
	readonly window: Pick<Window, 'setTimeout' | 'clearTimeout'>;
	readonly send: Sender<BackgroundCommands>;
	/** The article as the page shows it now. */
	readonly article: () => PageArticle;
	/** Undefined while nothing is annotated: then nothing is kept. */
	readonly annotated: () => AnnotatedArticle | undefined;
	/** Adds the HTML of the article to a version. */
	readonly extract: (version: VersionCandidate) => Promise<VersionCandidate>;
	readonly now: () => Instant;
}

/**
 * Keeps the state of an annotated article that a page shows, where its text is none of those kept: without it nobody could
 * tell what stood there. Each text is kept once, and only after it has stood still.
 */
export interface VersionKeeper {
	/** The page's text, or what is annotated, may be another. */
	consider(): void;
	stop(): void;
}

/** How long a text stands unchanged before it is taken for more than a step of the page's loading, in milliseconds. */
export const STILL_MS = 5000;
/** Versions kept on one visit, on a page that never comes to rest. */
export const MOST_A_VISIT = 10;

export function createVersionKeeper(options: VersionKeeperOptions): VersionKeeper {
	const { window, send, article, annotated, extract, now } = options;
	let timer: number | undefined;
	/** The text that is waited on. */
	let awaited: string | undefined;
	/** A text that is known to be kept. */
	let settled: string | undefined;
	/** The text last kept on this visit. */
	let lastKept: string | undefined;
	let keptCount = 0;
	let stopped = false;

	function consider(): void {
		const { text } = article().text;
		if (stopped || text === awaited || text === settled) return;
		window.clearTimeout(timer);
		awaited = text;
		timer = window.setTimeout(() => {
			awaited = undefined;
			void look(text);
		}, STILL_MS);
	}

	async function look(text: string): Promise<void> {
		const known = annotated();
		const page = article();
		if (known === undefined || keptCount >= MOST_A_VISIT) return;
		if (page.text.text !== text) return consider();
		if (lastKept !== undefined && letters(lastKept) === letters(text)) return;
		const version = await page.version(now());
		if (await isKept(version, known)) {
			settled = text;
			return;
		}
		const [complete, candidate] = await Promise.all([extract(version), page.candidate()]);
		// The page may have changed while it was read: then the HTML is not that of the text.
		if (stopped) return;
		if (article().text.text !== text) return consider();
		const result = await send('keepArticle', { article: candidate, version: complete, at: now() });
		if (!result.ok) return;
		[settled, lastKept] = [text, text];
		keptCount++;
	}

	/** True also where nobody answers: another visit will tell. */
	async function isKept(
		{ fingerprint }: VersionCandidate,
		{ articleId, versions }: AnnotatedArticle,
	): Promise<boolean> {
		if (versions.has(fingerprint)) return true;
		const kept = await send('readVersions', { articleId, fingerprints: [fingerprint] });
		return !kept.ok || fingerprint in kept.value;
	}

	return {
		consider,
		stop() {
			stopped = true;
			window.clearTimeout(timer);
		},
	};
}

/** What a further version on one visit must differ in: a clock that ticks or a count that grows is no other version. */
function letters(text: string): string {
	return text.replace(/[^\p{L}\p{M}]+/gu, '');
}
