import type { Recognition } from '../../../utils/article/recognise.ts';
import type { ArticleCandidate, VersionCandidate } from '../../../utils/domain/article.ts';
import type { KeystrokeGuard } from './keystroke-guard.ts';
import type { MountInterface } from './page-interface.ts';

/** What the scripts of one page hand to each other. */
export interface PageHandoff {
	readonly guard: KeystrokeGuard;
	/** What the loader made of the page, once the page was there to be looked at. */
	readonly looked: Promise<Recognition>;
	/** True once the annotator is in the page, whether or not it finds an article there. */
	isAnnotatorHere?: boolean;
	/** True once the annotator answers for this page. */
	annotating?: boolean;
	/** Set by the interface script. */
	mountInterface?: MountInterface;
	/** Set by the extractor script: a version with the article as the reader page will show it. */
	extract?: (version: VersionCandidate) => Promise<VersionCandidate>;
	/** Set by the extractor script: an archive file, read from the text the browser shows of it. */
	readTextCopy?: (source: string) => Promise<{ article: ArticleCandidate; version: VersionCandidate } | undefined>;
}

const KEY = 'enMargePage';

/** The isolated world's global object is not the page's: what is put there stays between our own scripts. */
const world = globalThis as typeof globalThis & { [KEY]?: PageHandoff };

export function currentHandoff(): PageHandoff | undefined {
	return world[KEY];
}

export function beginHandoff(handoff: PageHandoff): PageHandoff {
	world[KEY] = handoff;
	return handoff;
}
