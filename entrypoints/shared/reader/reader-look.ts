import type { ReaderLook } from '../../../components/reader/reading-choices.tsx';
import type { OwnDocument } from '../prepare-document.ts';
import { saveSettings } from '../stored-settings.ts';

/** How the reader looks: one decision for all its tabs. */
export interface LookKeeper {
	readonly look: ReaderLook;
	/** Shows another look at once, here and in every other tab of the reader. */
	choose(look: ReaderLook): void;
	/** Takes what was decided elsewhere. */
	follow(): void;
	/** Told of every change, wherever it was made. */
	changed: () => void;
}

export function keepLook(own: OwnDocument): LookKeeper {
	let look = own.settings.reader;
	/** Our own writes come back as changes, late: while one is under way, what is shown is newer. */
	let writing = 0;

	function take(next: ReaderLook): void {
		look = next;
		applyLook(look);
		keeper.changed();
	}
	const keeper: LookKeeper = {
		get look() {
			return look;
		},
		choose(chosen) {
			take(chosen);
			writing++;
			// Where it cannot be kept it still counts on this page.
			void saveSettings({ ...own.settings, reader: chosen })
				.catch(() => undefined)
				.finally(() => writing--);
		},
		follow: () => take(writing > 0 ? look : own.settings.reader),
		changed: () => {},
	};
	applyLook(look);
	return keeper;
}

/** The style sheet does the rest. */
function applyLook({ theme, font, size }: ReaderLook): void {
	const { dataset, style } = document.documentElement;
	Object.assign(dataset, { theme, font });
	style.setProperty('--reading-size', String(size / 100));
}
