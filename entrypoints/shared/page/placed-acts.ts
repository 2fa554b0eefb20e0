import type { Annotation, Draft, Instant } from '../../../utils/domain/annotation.ts';
import type { ArticleCandidate, VersionCandidate } from '../../../utils/domain/article.ts';
import type { Result } from '../../../utils/domain/fault.ts';
import type { Selectors } from '../../../utils/domain/selector.ts';
import type { PageArticle } from './page-article.ts';
import type { StoredReadingOptions } from './stored-reading.ts';
import { surely, type WriteQueue } from './write-queue.ts';

/** What a page shows: its article, and the state that the article is in. */
export type ShownCopy = readonly [article: ArticleCandidate, version: VersionCandidate];

/** What the page shows now, and not what it shows when an act's turn comes. */
export function shownCopy(article: PageArticle, at: Instant): Promise<ShownCopy> {
	return Promise.all([article.candidate(), article.version(at)]);
}

/** An act on the words of the page, of which is known how it is shown, sent and taken back. */
export interface PlacedAct {
	/** The annotation that the act is on, as it was before. */
	readonly on: Annotation;
	/** Others that it is on, as they were before. */
	readonly others?: readonly Annotation[];
	/** Shows it as done; what is shown of `on` is modified at this time. */
	show(at: Instant): void;
	/** Shows it as not done; not asked for where the annotation was changed meanwhile. */
	takeBack(): void;
	/** The same for the other annotations it is on, where the one was changed meanwhile. */
	takeBackOthers?(): void;
	/** Stores it; `place` tells the words that it is about. */
	send(place: {
		readonly article: ArticleCandidate;
		readonly version: VersionCandidate;
		readonly at: Instant;
	}): Promise<Result<Annotation>>;
}

export interface PlacedActs {
	/** Does an act on the words of the page as they stand now. */
	perform(act: PlacedAct): void;
	/** Gives an annotation words of the page to stand on, as it stands now. */
	reattach(id: string, selectors: Selectors): void;
}

export interface PlacedActsOptions
	extends Pick<StoredReadingOptions, 'send' | 'view' | 'article' | 'now' | 'complain'> {
	/** What is shown of an annotation changed. */
	readonly changed: (id: string) => void;
	/** What could not be stored was not tried again: it would have overwritten what was changed since. */
	readonly notRepeated: () => void;
	readonly write: WriteQueue['write'];
	/** Told of the annotation that an act begins on. */
	readonly begin: (on: Annotation) => void;
	/** Whether an annotation turned out not to be stored at all. */
	readonly isTakenBack: (id: string) => boolean;
	readonly keepHtml: (version: VersionCandidate) => Promise<void>;
}

/**
 * What could not be stored is done once more only where that overwrites nothing: the page has the same words, and what the act
 * is on is as it was.
 */
export function createPlacedActs(options: PlacedActsOptions): PlacedActs {
	const { send, view, article, now, complain, changed, notRepeated, write, begin, isTakenBack, keepHtml } = options;

	/** @param again does it once more if what it is on is as it was, and tells whether that is so */
	function attempt(act: PlacedAct, again: () => boolean): void {
		const { id } = act.on;
		const at = now();
		begin(act.on);
		const { text } = article().text;
		const copy = shownCopy(article(), at);
		act.show(at);
		const store = async ([candidate, version]: ShownCopy) => {
			if (isTakenBack(id)) return undefined;
			const result = await surely(() => act.send({ article: candidate, version, at }));
			if (result.ok) void keepHtml(version);
			return result;
		};
		void write(store, copy).then((result) => {
			if (result === undefined || result.ok) return;
			if (view.get(id)?.annotation.modified === at) act.takeBack();
			else act.takeBackOthers?.();
			changed(id);
			complain(result.fault, '', () => {
				if (text !== article().text.text || !again()) notRepeated();
			});
		});
	}

	function perform(act: PlacedAct): void {
		attempt(act, () => {
			const isAsBefore = [act.on, ...(act.others ?? [])].every(
				({ id, modified }) => view.get(id)?.annotation.modified === modified,
			);
			if (isAsBefore) perform(act);
			return isAsBefore;
		});
	}

	function show(annotation: Annotation, { position: { start, end } }: Draft['selectors']): void {
		view.show(annotation, { state: 'anchored', start, end });
		changed(annotation.id);
	}

	function reattach(id: string, selectors: Selectors): void {
		const before = view.get(id);
		if (before === undefined) return;
		const { annotation, outcome = { state: 'orphan' } } = before;
		const act: PlacedAct = {
			on: annotation,
			show: (at) => show({ ...annotation, selectors, modified: at }, selectors),
			takeBack: () => view.show(annotation, outcome),
			send: (place) => send('reattachAnnotation', { id, selectors, ...place }),
		};
		attempt(act, () => {
			// Its note, tags and colour may be others by now: they are none of this act's business.
			const stands = view.get(id)?.annotation.selectors;
			const isAsBefore = JSON.stringify(stands) === JSON.stringify(annotation.selectors);
			if (isAsBefore) reattach(id, selectors);
			return isAsBefore;
		});
	}

	return { perform, reattach };
}
