import { FAULT_CODES, type FaultCode } from './fault.ts';
import type { ImportOutcome } from './import-record.ts';

/**
 * Why a text is no article of RFI.
 * - `not-saved`: nothing in it says that it was saved from rfi.fr
 * - `other-page`: in the archive form, but of another site, or a list
 * - `list`: a list of RFI
 * - `few-signs`: something of RFI, but too little to be sure
 * - `no-body`: no title over a text, or several
 * - `too-much-markup`: more than an article can have
 */
export const NOT_ARTICLE_REASONS = [
	'not-saved',
	'other-page',
	'list',
	'few-signs',
	'no-body',
	'too-much-markup',
] as const;
export type NotArticleReason = (typeof NOT_ARTICLE_REASONS)[number];

/**
 * Why a file cannot be read.
 * - `mhtml`: a page with all its parts packed into one file, which only browsers themselves unpack
 * - `refused`: the browser cannot read it (any more): moved, without leave, or a link to nothing
 * - `unparsable`: what reads articles failed over it
 * - `too-deep`: in folders within folders without end
 */
export const UNREADABLE_REASONS = [
	'empty',
	'binary',
	'too-large',
	'unknown-encoding',
	'mhtml',
	'refused',
	'unparsable',
	'too-deep',
] as const;
export type UnreadableReason = (typeof UNREADABLE_REASONS)[number];

/** A saved page with all its pictures inside seldom passes 20 MB; nothing that is an article passes this. */
export const LARGEST_FILE_BYTES = 64 * 1024 * 1024;

/** Why a file that was brought in is not kept. */
export type FileReason = NotArticleReason | UnreadableReason | FaultCode;

const OUTCOMES = new Map<string, ImportOutcome>([
	...NOT_ARTICLE_REASONS.map((reason) => [reason, 'not-article'] as const),
	...UNREADABLE_REASONS.map((reason) => [reason, 'unreadable'] as const),
	...FAULT_CODES.map((reason) => [reason, 'failed'] as const),
]);

export function outcomeOf(reason: FileReason): ImportOutcome {
	return OUTCOMES.get(reason) ?? 'failed';
}
