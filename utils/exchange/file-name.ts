import type { Instant } from '../domain/annotation.ts';
import { calendarDay } from './calendar-day.ts';

/** Of the whole name in UTF-8: file systems stop at 255, and a browser may add ` (1)`, a synchroniser its own suffix. */
const MAX_BYTES = 200;
const RESERVED_ON_WINDOWS = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])$/i;
/** Zero-width joiners spell words in Persian and in Indic scripts; elsewhere they are only invisible. */
const STRAY_JOINER = /(?<![\p{L}\p{M}])[\u200c\u200d]+|[\u200c\u200d]+(?!\p{L})/gu;

/**
 * `<YYYY-MM-DD>-<title slug>.<extension>`: a name that Windows, macOS, Linux, Obsidian and Anki accept as it is. The slug keeps
 * the letters, marks and digits of every script, case included, with `-` between them. The day of an instant is that
 * of Paris, as on the article's own page, unless another time zone is named; a `date` that is already `YYYY-MM-DD` is taken as
 * it is, and one that is no date left out.
 */
export function exportFileName(date: Instant, title: string, extension: string, timeZone = 'Europe/Paris'): string {
	const day = /^\d{4}-\d{2}-\d{2}$/.test(date) ? date : calendarDay(date, timeZone);
	const head = day === undefined ? '' : `${day}-`;
	const tail = `.${extension.replace(/[^0-9A-Za-z.]/g, '').replace(/^\.+|\.+$/g, '') || 'txt'}`;
	const slug = cutToBytes(slugOf(title), MAX_BYTES - byteLength(head) - byteLength(tail)) || 'article';
	return `${head}${head === '' && RESERVED_ON_WINDOWS.test(slug) ? `${slug}-` : slug}${tail}`;
}

function slugOf(title: string): string {
	return title
		.normalize('NFC')
		.replace(STRAY_JOINER, '')
		.replace(/[^\p{L}\p{M}\p{N}\u200c\u200d]+/gu, '-')
		.replace(/^-|-$/g, '');
}

/** The longest beginning of whole graphemes within so many bytes of UTF-8. */
function cutToBytes(text: string, maxBytes: number): string {
	if (byteLength(text) <= maxBytes) return text.replace(/-$/, '');
	let bytes = 0;
	let kept = '';
	for (const { segment } of new Intl.Segmenter('en', { granularity: 'grapheme' }).segment(text)) {
		bytes += byteLength(segment);
		if (bytes > maxBytes) break;
		kept += segment;
	}
	return kept.replace(/-$/, '');
}

function byteLength(text: string): number {
	return new TextEncoder().encode(text).length;
}
