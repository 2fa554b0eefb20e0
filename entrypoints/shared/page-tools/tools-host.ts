import type { Announcement } from '../../../components/page/announcement.ts';
import type { Selectors } from '../../../utils/domain/selector.ts';
import type { Sender } from '../../../utils/messaging/channel.ts';
import type { BackgroundCommands } from '../../../utils/messaging/protocol.ts';
import type { Painter } from '../../../utils/painting/painter.ts';
import type { AnnotationsView } from '../page/annotations-view.ts';
import type { PageArticle } from '../page/page-article.ts';
import type { StoredActs } from '../page/stored-acts.ts';
import type { TwinDisplay } from '../page/twin-display.ts';

/** What the annotator of a page lends to the tools that come with the interface. */
export interface PageToolsHost {
	readonly window: Window;
	readonly view: AnnotationsView;
	readonly painter: Painter;
	readonly acts: StoredActs;
	readonly twin: TwinDisplay;
	readonly send: Sender<BackgroundCommands>;
	readonly newId: () => string;
	/** The article as the page shows it now. */
	readonly article: () => PageArticle;
	/** True while words are waited for that an annotation is to stand on. */
	readonly isAttaching: () => boolean;
	readonly selection: { describe(): Selectors | undefined; clear(): void };
	readonly card: {
		readonly openId: string | undefined;
		/** Where in the page the click fell that opened it; undefined where it was opened otherwise. */
		readonly clickedAt: Range | undefined;
		open(id: string, writing: boolean): void;
		close(): void;
	};
	readonly ui: {
		announce(announcement: Announcement): void;
		/** Shows what has changed of the tools. */
		update(change: Readonly<Record<string, never>>): void;
	};
}
