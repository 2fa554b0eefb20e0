import type { Instant } from '../../../utils/domain/annotation.ts';
import type { VersionCandidate } from '../../../utils/domain/article.ts';
import type { Color } from '../../../utils/domain/color.ts';
import type { Sender } from '../../../utils/messaging/channel.ts';
import type { BackgroundCommands } from '../../../utils/messaging/protocol.ts';
import type { Painter } from '../../../utils/painting/painter.ts';
import type { LiveSettings } from '../live-settings.ts';
import type { KeystrokeGuard } from './keystroke-guard.ts';
import type { PageArticleSource } from './page-article.ts';
import type { MountInterface } from './page-interface.ts';
import type { CheckedAhead } from './stored-reading.ts';

/** What an annotator needs of the world: the page, the store's door, and what only entry points know. */
export interface AnnotatorSurroundings {
	readonly window: Window;
	readonly guard: KeystrokeGuard;
	readonly source: PageArticleSource;
	readonly painter: Painter;
	readonly send: Sender<BackgroundCommands>;
	/** What was asked of the store ahead of the page, by one identity key. */
	readonly asked?: CheckedAhead | undefined;
	readonly loadInterface: () => Promise<MountInterface | undefined>;
	/** Adds the HTML of the article to a version; absent where the store has it already. */
	readonly extract?: (version: VersionCandidate) => Promise<VersionCandidate>;
	/** What the reader decided. */
	readonly settings: LiveSettings;
	readonly lastColor: { read(): Promise<Color | undefined>; write(color: Color): Promise<void> };
	readonly now: () => Instant;
	readonly newId: () => string;
	/** The extension is gone from under this page; says so without it. `draftText` is what the reader would lose. */
	readonly disconnected: (draftText: string) => void;
}
