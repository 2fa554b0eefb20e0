import type { Recognition } from '../../../utils/article/recognise.ts';
import type { sanitisedFragment } from '../../../utils/article/sanitise.ts';
import type { VersionCandidate } from '../../../utils/domain/article.ts';
import type { ReadCopy } from '../copy-of.ts';
import type { LiveSettings } from '../live-settings.ts';
import type { readSource } from '../read-source.ts';
import type { Vocabulary } from '../translate.ts';
import type { startAnnotator } from './annotator.ts';
import type { KeystrokeGuard } from './keystroke-guard.ts';
import type { MountInterface } from './page-interface.ts';

/** What was asked of the store before the page was there, by one identity key, and what comes back, still unchecked. */
export interface AskedAhead {
	readonly key: string;
	readonly answer: Promise<unknown>;
}

/** What the scripts of one page hand to each other. */
export interface PageHandoff {
	readonly guard: KeystrokeGuard;
	/** What the loader made of the page, once the page was there to be looked at. */
	readonly looked: Promise<Recognition>;
	/** The question asked ahead; absent where the address promises no article. */
	asked?: AskedAhead;
	/** True once the annotator is in the page, whether or not it finds an article there. */
	isAnnotatorHere?: boolean;
	/** True once the annotator answers for this page. */
	annotating?: boolean;
	/** True in a page of the extension, which starts the annotator itself. */
	readonly isOwnPage?: boolean;
	/** What the reader decided; absent while nothing is annotated here. */
	settings?: LiveSettings;
	/** How the interface is to speak; the browser's own words where absent. */
	vocabulary?: Vocabulary;
	/** Set by the annotator script in a page of the extension. */
	startAnnotator?: typeof startAnnotator;
	/** Set by the interface script. */
	mountInterface?: MountInterface;
	/** Set by the extractor script: a version with the article as the reader page will show it. */
	extract?: (version: VersionCandidate) => Promise<VersionCandidate>;
	/** Set by the extractor script: an archive file, read from the text the browser shows of it. */
	readTextCopy?: (source: string) => Promise<ReadCopy | undefined>;
	/** Set by the extractor script: a saved article, read from what a file holds. */
	readSource?: typeof readSource;
	/** Set by the extractor script: stored HTML, made safe to show. */
	sanitisedFragment?: typeof sanitisedFragment;
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
