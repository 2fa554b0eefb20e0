import { LARGEST_FILE_BYTES } from '../domain/import-reason.ts';

/** Why a file cannot be read as an article. */
export type UnreadableFile = 'empty' | 'binary' | 'too-large' | 'unknown-encoding';

export type DecodedFile = { readonly text: string; readonly encoding: string } | { readonly error: UnreadableFile };

/** Reads the text of a saved article. */
export function decodeArticleFile(bytes: Uint8Array): DecodedFile {
	return bytes.length > LARGEST_FILE_BYTES ? { error: 'too-large' } : decodeText(bytes);
}

/**
 * Reads a text of whichever encoding: UTF-8 or UTF-16 by its mark, UTF-8 without one, UTF-16 by its zero bytes, else GB18030, as older Chinese
 * programs save, else Windows-1252. Line ends become `\n`. Time is linear in the size.
 */
export function decodeText(bytes: Uint8Array): DecodedFile {
	const encoding = markOf(bytes) ?? zeroPattern(bytes);
	const text = encoding === 'binary' ? undefined : encoding ? decode(bytes, encoding, false) : undefined;
	if (encoding === 'binary') return { error: 'binary' };
	if (text !== undefined) return checked(text, encoding!);
	for (const [candidate, isStrict] of [
		['utf-8', true],
		['utf-8', false],
		['gb18030', true],
		['windows-1252', true],
	] as const) {
		const read = decode(bytes, candidate, isStrict);
		// A file cut in the middle of a character, or with one spoilt byte, is still UTF-8.
		if (read !== undefined && (isStrict || isNearlyWhole(read))) return checked(read, candidate);
	}
	return { error: 'unknown-encoding' };
}

/** Tabs, line ends, page ends and escapes apart. */
const CONTROLS = /[\0-\x08\x0b\x0e-\x1a\x1c-\x1f]/g;

function markOf(bytes: Uint8Array): string | undefined {
	const [a, b, c] = [bytes[0], bytes[1], bytes[2]];
	if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8';
	if (a === 0xff && b === 0xfe) return 'utf-16le';
	if (a === 0xfe && b === 0xff) return 'utf-16be';
	return undefined;
}

/** Text has no zero bytes but in UTF-16, where markup has them at every other place. */
function zeroPattern(bytes: Uint8Array): string | undefined {
	if (!bytes.includes(0)) return undefined;
	const sample = bytes.subarray(0, 4096);
	const zeros = [0, 0];
	for (let i = 0; i < sample.length; i++) if (sample[i] === 0) zeros[i & 1] = zeros[i & 1]! + 1;
	const [even = 0, odd = 0] = zeros;
	if (odd > 20 * even && odd > sample.length / 20) return 'utf-16le';
	if (even > 20 * odd && even > sample.length / 20) return 'utf-16be';
	return 'binary';
}

function decode(bytes: Uint8Array, encoding: string, isStrict: boolean): string | undefined {
	try {
		return new TextDecoder(encoding, { fatal: isStrict }).decode(bytes);
	} catch {
		return undefined;
	}
}

function isNearlyWhole(text: string): boolean {
	let spoilt = 0;
	for (let at = text.indexOf('\ufffd'); at >= 0 && spoilt < 1000; at = text.indexOf('\ufffd', at + 1)) spoilt++;
	// In another encoding hardly anything beyond ASCII would be whole.
	const sample = text.slice(0, 1_000_000).match(/[^\0-\x7f\ufffd]/g)?.length ?? 0;
	return spoilt < 1000 && sample >= 10 * spoilt;
}

function checked(text: string, encoding: string): DecodedFile {
	if (!/\S/.test(text)) return { error: 'empty' };
	const controls = text.slice(0, 4096).match(CONTROLS)?.length ?? 0;
	if (controls > Math.min(text.length, 4096) / 50) return { error: 'binary' };
	return { text: text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text, encoding };
}
