import type { NotArticleReason } from '../domain/import-reason.ts';

const KINDS: readonly [RegExp, NotArticleReason][] = [
	[/^a list of RFI$/, 'list'],
	[/^archive form of another page$/, 'other-page'],
	[/^(?:too few signs|archive form):/, 'few-signs'],
	[/^(?:no title over a body|several articles)$/, 'no-body'],
	[/^too much markup/, 'too-much-markup'],
];

/** The kind of a reason that `recognise` or `parseArchive` gives for taking something for no article. */
export function notArticleReason(reason: string): NotArticleReason {
	return KINDS.find(([pattern]) => pattern.test(reason))?.[1] ?? 'not-saved';
}

/** What no copy of an RFI article lacks: its address, or what archives file it under. */
const TRACE = /rfi|法[广廣]/i;

/** Whether a text can be an article of RFI at all: it tells without parsing. */
export function hasTraceOfRfi(text: string): boolean {
	return TRACE.test(text);
}
