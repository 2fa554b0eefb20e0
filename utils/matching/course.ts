import { type Ground, plainGround } from './ground.ts';
import { findHome, type Home, type OldPlace } from './home.ts';

/** How the old text runs through the page, learnt from the passages that were found: the next one stands where its neighbours do. */
export interface Course {
	/** The home in `page` of the quote that stood at `quote` in the old text; undefined where it cannot be told. */
	home(page: Ground, quote: OldPlace): Home | undefined;
	/** Tells that what stood at `oldStart` stands at `place`. */
	note(oldStart: number, place: number): void;
}

/** Code units that may have come in or gone between a passage and its neighbour, by themselves and for each unit between them. */
const SHIFT = 1500;
const SHIFT_GROWTH = 0.25;

export function createCourse(oldText: string): Course {
	const old = plainGround(oldText);
	/** Parallel, by rising old start. */
	const oldStarts: number[] = [];
	const places: number[] = [];
	let last: { page: Ground; quote: OldPlace; home: Home | undefined } | undefined;

	/** Index of the first known passage that started at or after `oldStart`. */
	function indexOf(oldStart: number): number {
		let low = 0;
		let high = oldStarts.length;
		while (low < high) {
			const middle = (low + high) >> 1;
			if (oldStarts[middle]! < oldStart) low = middle + 1;
			else high = middle;
		}
		return low;
	}

	function search(page: Ground, quote: OldPlace): Home | undefined {
		const k = indexOf(quote.start);
		const before = quote.start - (oldStarts[k - 1] ?? -Infinity);
		const after = (oldStarts[k] ?? Infinity) - quote.start;
		const nearest = before < after ? k - 1 : k;
		if (nearest < oldStarts.length) {
			const place = places[nearest]! + quote.start - oldStarts[nearest]!;
			const reach = SHIFT + Math.ceil(SHIFT_GROWTH * Math.min(before, after));
			const home = findHome(page, old, quote, { place, reach });
			if (home) return home;
		}
		return findHome(page, old, quote);
	}

	return {
		home(page, quote) {
			if (last?.page !== page || last.quote.start !== quote.start || last.quote.end !== quote.end)
				last = { page, quote, home: search(page, quote) };
			return last.home;
		},
		note(oldStart, place) {
			const k = indexOf(oldStart);
			if (oldStarts[k] === oldStart) return;
			oldStarts.splice(k, 0, oldStart);
			places.splice(k, 0, place);
		},
	};
}
