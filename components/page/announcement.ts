import type { ActKind } from '../../utils/domain/act.ts';
import type { Color } from '../../utils/domain/color.ts';
import type { MessageKey, Translate } from '../translation.ts';
import { colorLabel } from './color-label.ts';

/** What is said to screen readers: that something was done, or what the reader stands on. */
export type Announcement =
	| { readonly kind: 'highlighted'; readonly color: Color }
	| { readonly kind: 'undo' | 'redo'; readonly act: ActKind }
	| { readonly kind: 'bounds'; readonly words: string }
	| {
			readonly kind: 'passage';
			readonly isBegun: boolean;
			readonly words: string;
			readonly under: readonly Underlying[];
	  }
	| { readonly kind: PlainKind };

/** An annotation of the words that are read. */
export interface Underlying {
	readonly color: Color;
	readonly hasNote: boolean;
}

type PlainKind =
	| 'deleted'
	| 'merged'
	| 'split'
	| 'note-kept'
	| 'reattach'
	| 'reattached'
	| 'bounds-as-before'
	| 'reading-ended'
	| 'no-further-annotation';

const PLAIN: Record<PlainKind, MessageKey> = {
	deleted: 'announceDeleted',
	merged: 'announceMerged',
	split: 'announceSplit',
	'note-kept': 'announceNoteKept',
	reattach: 'reattachLong',
	reattached: 'reattached',
	'bounds-as-before': 'announceBoundsAsBefore',
	'reading-ended': 'announceReadingEnded',
	'no-further-annotation': 'announceNoFurther',
};

const ACTS: Record<ActKind, MessageKey> = {
	create: 'actCreate',
	edit: 'actEdit',
	delete: 'actDelete',
	restore: 'actRestore',
	merge: 'actMerge',
	split: 'actSplit',
	'article-note': 'actArticleNote',
	import: 'actImport',
};

/** An announcement in the reader's language; the words of the article stand apart, for they are in its own. */
export function announcementWords(
	translate: Translate,
	announcement: Announcement,
): { readonly before: string; readonly quoted: string; readonly after: string } {
	const plain = (before: string) => ({ before, quoted: '', after: '' });
	switch (announcement.kind) {
		case 'highlighted':
			return plain(translate('announceHighlighted', colorLabel(translate, announcement.color)));
		case 'undo':
			return plain(translate('announceUndone', translate(ACTS[announcement.act])));
		case 'redo':
			return plain(translate('announceRedone', translate(ACTS[announcement.act])));
		case 'bounds':
			return { before: translate('announceBounds'), quoted: announcement.words, after: '' };
		case 'passage':
			return {
				before: announcement.isBegun ? translate('announceReading') : '',
				quoted: announcement.words,
				after: announcement.under.map((one) => underlyingWords(translate, one)).join(' '),
			};
		default:
			return plain(translate(PLAIN[announcement.kind]));
	}
}

function underlyingWords(translate: Translate, { color, hasNote }: Underlying): string {
	return translate(hasNote ? 'highlightedWithNote' : 'announceHighlighted', colorLabel(translate, color));
}
