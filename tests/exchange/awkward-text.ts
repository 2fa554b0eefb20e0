import fc from 'fast-check';

/** Pieces that mean something in one format or another, and letters between them. */
const PIECES = [
	...'<>&"\'`\\{}[]()%$#_^~;,=+-@|*!:. \t\n\rab1\0',
	...['\u00a0', '\u3000', '\u2028', '\ufeff', '\u200b', '\u202e', '中', 'é', '𠀀', '👩🏽‍🚒', '\ud800', '＝', 'ى'],
	...['</script>', '<!--', ']]>', '<b>', '&amp;', '=1+1', ';=cmd', '\r\n', '\n- a', '\n@a', '{\\', 'ER  - ', '"";"=a'],
];

/** Text of any kind, lone surrogates and what might break out of a format included. */
export const awkwardText = fc.oneof(
	{ weight: 3, arbitrary: fc.array(fc.constantFrom(...PIECES), { maxLength: 14 }).map((pieces) => pieces.join('')) },
	{ weight: 1, arbitrary: fc.string({ unit: 'binary' }) },
);
