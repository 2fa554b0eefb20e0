import type { AnchorOutcome, Difference } from '../domain/outcome.ts';
import type { Selectors } from '../domain/selector.ts';
import { type Course, createCourse } from '../matching/course.ts';
import { differences } from '../matching/differences.ts';
import { type FoldedText, foldedString, sourceRange } from '../matching/fold.ts';
import { foldedGround, type Ground, plainGround } from '../matching/ground.ts';
import type { Home, OldPlace } from '../matching/home.ts';
import { throughInsertions } from '../matching/insertions.ts';
import { locate } from '../matching/locate.ts';
import { mayStandElsewhere } from '../matching/moved.ts';
import { createOldText, UNKNOWN_OLD_TEXT } from '../matching/old-text.ts';
import { createPage, type PageBuilder, startPage } from '../matching/page.ts';
import { foldPassage } from '../matching/passage.ts';
import type { Place } from '../matching/place.ts';
import { isRepeated } from '../matching/repeated.ts';
import type { ArticleText } from './article-text.ts';
import { onlyPlace } from './only-place.ts';
import { readSelectors, type WantedPassage } from './read-selectors.ts';

export interface AnchorOptions {
	/**
	 * The whole article text of the version the selectors were made on. Where it holds the quote at its position, it gives wider
	 * context than the selectors do: passages that stand several times, and those that are gone, are told apart by it.
	 */
	readonly versionText?: string;
}

export interface Anchorer {
	/** Finds the passage again. Never throws, whatever the selectors hold. */
	anchor(selectors: Selectors, options?: AnchorOptions): AnchorOutcome;
	/** The same for a passage that stands letter by letter with its context, or cannot be looked for; undefined for others. Cheap. */
	anchorUnchanged(selectors: Selectors, options?: AnchorOptions): AnchorOutcome | undefined;
	/** The same for a passage that changed where its surroundings in the old text still stand; undefined for others. Below a millisecond. */
	anchorAtHome(selectors: Selectors, options?: AnchorOptions): AnchorOutcome | undefined;
	/** The same for the others, wherever they stand; best after `prepare`. */
	anchorAnywhere(selectors: Selectors, options?: AnchorOptions): AnchorOutcome;
	/**
	 * Does one step (about a millisecond) of what anchoring changed passages needs to know of the page, and of the old text given;
	 * true when nothing is left. Not needed: `anchor` does it all at once where it has not been done.
	 */
	prepare(options?: AnchorOptions): boolean;
}

/** An anchorer for one reading of an article text; what it learns of the text is kept for the next passage. */
export function createAnchorer({ text }: Pick<ArticleText, 'text'>): Anchorer {
	const page = startPage(text);
	const plain = plainGround(text);
	let foldedPage: Ground | undefined;
	const versions = new Map<string, Version>();

	function versionOf(versionText: string): Version {
		const known = versions.get(versionText);
		if (known) return known;
		const version = { text: versionText, page: startPage(versionText), course: createCourse(versionText) };
		versions.set(versionText, version);
		return version;
	}

	function unchanged(wanted: WantedPassage, version: Version | undefined): AnchorOutcome | undefined {
		const { exact, prefix, suffix, start } = wanted;
		const whole = prefix + exact + suffix;
		// A bare position, of whatever text, says nothing of words that stand in several places.
		const isTold = version || whole !== exact || text.indexOf(exact) === text.lastIndexOf(exact);
		const samePlace = isTold && start! >= prefix.length && text.startsWith(whole, start! - prefix.length);
		const home = samePlace ? undefined : homeOf(plain, wanted, version);
		// Its home does not hold it unchanged: it would be found elsewhere only if its surroundings had been torn apart.
		const at = samePlace ? start : home ? home.exactAt : onlyPlace(text, wanted, version?.text);
		return at === undefined ? undefined : { state: 'anchored', start: at, end: at + exact.length };
	}

	/** What became of the passage in the part of the page that has become of its surroundings; undefined where that does not tell. */
	function atHome(wanted: WantedPassage, version: Version | undefined, ground = plain): AnchorOutcome | undefined {
		const home = homeOf(ground, wanted, version);
		if (!home || !version || isRepeated(version.text, oldPlaceOf(wanted, version)!)) return undefined;
		const { oldRoom, roomStart } = home;
		const quote = { start: wanted.start! - oldRoom.start, end: wanted.start! - oldRoom.start + wanted.exact.length };
		const oldPart = version.text.slice(oldRoom.start, oldRoom.end);
		const parted = throughInsertions(oldPart, text.slice(roomStart, home.roomEnd), quote);
		if (parted) {
			const range = { start: roomStart + parted.start, end: roomStart + parted.end };
			const isSame = foldedString(text.slice(range.start, range.end)) === foldedString(wanted.exact);
			return isSame ? { state: 'anchored', ...range } : changedOutcome(range, wanted.exact);
		}
		const { folded, from } = ground.part(home.start, home.end);
		const source = version.text.slice(home.old.start, home.old.end);
		const passage = foldPassage(wanted.prefix, wanted.exact, wanted.suffix);
		const old = createOldText({ source, ...startPage(source) }, { ...wanted, start: wanted.start! - home.old.start });
		const place = locate(createPage(folded), passage, old);
		if (place.kind === 'none' && mayStandElsewhere(ground, home, wanted)) return undefined;
		const outcome = outcomeOf(place, folded, from, wanted.exact);
		const isOutside = outcome.state !== 'orphan' && (outcome.start < home.roomStart || outcome.end > home.roomEnd);
		return isOutside ? undefined : outcome;
	}

	function anywhere(wanted: WantedPassage, version: Version | undefined): AnchorOutcome {
		foldedPage ??= foldedGround(page.page());
		const outcome = atHome(wanted, version, foldedPage);
		if (outcome) return outcome;
		const { exact, prefix, suffix } = wanted;
		const old = version ? createOldText({ source: version.text, ...version.page }, wanted) : UNKNOWN_OLD_TEXT;
		const place = locate(page.page(), foldPassage(prefix, exact, suffix), old);
		return outcomeOf(place, page.page().folded, 0, exact);
	}

	/** `folded` is the part of the text that begins at `from`. */
	function outcomeOf(place: Place, folded: FoldedText, from: number, exact: string): AnchorOutcome {
		if (place.kind === 'none') {
			const { near } = place;
			return near === undefined ? { state: 'orphan' } : { state: 'orphan', nearest: from + folded.offsets[near]! };
		}
		const inPart = sourceRange(folded, place.start, place.end);
		const range = { start: from + inPart.start, end: from + inPart.end };
		if (place.kind === 'same') return { state: 'anchored', ...range };
		return changedOutcome(range, exact);
	}

	/** The difference is worked out when it is first read: most are never looked at. */
	function changedOutcome(range: { start: number; end: number }, before: string): AnchorOutcome {
		let known: readonly Difference[] | undefined;
		return {
			state: 'changed',
			...range,
			get differences() {
				known ??= differences(before, text.slice(range.start, range.end));
				return known;
			},
		};
	}

	/** One way of finding, for selectors as they come; what it finds is noted for the next passages. */
	function stage<T extends AnchorOutcome | undefined>(
		find: (wanted: WantedPassage, version: Version | undefined) => T,
	): (selectors: Selectors, options?: AnchorOptions) => T | typeof ORPHAN {
		return (selectors, { versionText } = {}) => {
			const wanted = readSelectors(selectors);
			if (!wanted) return ORPHAN;
			const version = versionText === undefined ? undefined : versionOf(versionText);
			const outcome = find(wanted, version);
			if (version && outcome && outcome.state !== 'orphan') {
				const old = oldPlaceOf(wanted, version);
				if (old) version.course.note(old.start, outcome.start);
			}
			return outcome;
		};
	}

	return {
		prepare({ versionText } = {}) {
			if (!page.advance()) return false;
			return versionText === undefined || versionOf(versionText).page.advance();
		},
		anchorUnchanged: stage(unchanged),
		anchorAtHome: stage(atHome),
		anchorAnywhere: stage(anywhere),
		anchor: stage(
			(wanted, version) => unchanged(wanted, version) ?? atHome(wanted, version) ?? anywhere(wanted, version),
		),
	};
}

const ORPHAN = { state: 'orphan' } as const satisfies AnchorOutcome;

/** The text that passages were annotated on. */
interface Version {
	readonly text: string;
	readonly page: PageBuilder;
	readonly course: Course;
}

function homeOf(page: Ground, wanted: WantedPassage, version: Version | undefined): Home | undefined {
	const old = oldPlaceOf(wanted, version);
	return old && version?.course.home(page, old);
}

/** Where the version holds the quote, if it does at its position. */
function oldPlaceOf({ start, exact }: WantedPassage, version: Version | undefined): OldPlace | undefined {
	return start !== undefined && version?.text.startsWith(exact, start)
		? { start, end: start + exact.length }
		: undefined;
}
