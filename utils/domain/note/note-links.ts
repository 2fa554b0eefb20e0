import { safeHref } from './safe-href.ts';

/** Longer destinations are not looked for an end: looking must not take for ever. Code units. */
const LONGEST = 2000;

const TITLE = /(?:"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|\((?:[^()\\]|\\.)*\))/.source;
const IN_ANGLES = new RegExp(`\\(\\s*<((?:[^<>\\\\\\n]|\\\\.)*)>(?:\\s+${TITLE})?\\s*\\)`, 'y');
const AFTER = new RegExp(`(?:\\s+${TITLE})?\\s*\\)`, 'y');

/** What stands in the parentheses after the words of a link, and the offset after them; undefined where that is no link. */
export function readDestination(text: string, at: number): { address: string; end: number } | undefined {
	if (text[at] !== '(') return undefined;
	const near = text.slice(at, at + LONGEST);
	IN_ANGLES.lastIndex = 0;
	const inAngles = IN_ANGLES.exec(near);
	if (inAngles !== null) return { address: withoutEscapes(inAngles[1] ?? ''), end: at + inAngles[0].length };
	const start = near.length - near.slice(1).trimStart().length;
	let [end, depth] = [start, 0];
	for (; end < near.length && !/\s/.test(near[end]!); end++) {
		if (near[end] === '\\') end++;
		else if (near[end] === '(') depth++;
		else if (near[end] === ')' && depth-- === 0) break;
	}
	AFTER.lastIndex = end;
	const rest = AFTER.exec(near);
	return rest === null ? undefined : { address: withoutEscapes(near.slice(start, end)), end: at + AFTER.lastIndex };
}

const withoutEscapes = (address: string): string => address.replace(/\\([!-/:-@[-`{-~])/g, '$1');

const ANGLES = /<((?:https?:\/\/|mailto:)[^\s<>]{1,2000}|[\w.+-]{1,64}@[\w-]+(?:\.[\w-]+)+)>/iy;
/** Up to white space, a quotation mark, or a mark of East Asian punctuation: those stand in no address that is written out. */
const BARE =
	/https?:\/\/[^\s<>[\]"'`\u3001-\u3003\u3008-\u3011\uff01\uff08\uff09\uff0c\uff1a\uff1b\uff1f“”‘’«»،؛]{1,2000}/iy;

/** An address that stands in the text by itself or in angles, and the offset after it. */
export function readAutolink(text: string, at: number): { href: string; words: string; end: number } | undefined {
	const isAngled = text[at] === '<';
	const pattern = isAngled ? ANGLES : BARE;
	pattern.lastIndex = at;
	const found = pattern.exec(text);
	if (found === null || (!isAngled && /[a-z\d]/i.test(text[at - 1] ?? ''))) return undefined;
	const words = isAngled ? found[1]! : withoutTail(found[0]);
	const href = safeHref(isAngled && !words.includes(':') ? `mailto:${words}` : words);
	return href === undefined ? undefined : { href, words, end: isAngled ? pattern.lastIndex : at + words.length };
}

/** An address without the punctuation of the sentence it stands in; a closing parenthesis belongs to it where it opens one. */
function withoutTail(address: string): string {
	let end = address.length;
	for (;;) {
		const last = address[end - 1];
		const isOwn = last === ')' && address.slice(0, end).split('(').length >= address.slice(0, end).split(')').length;
		if (end === 0 || isOwn || !/[.,;:!?)*_~。]/.test(last!)) return address.slice(0, end);
		end--;
	}
}
