/** White space that HTML reads as one space. */
export const COLLAPSIBLE = /[ \t\n\f\r]+/g;
/** White space that is not written the way it is read. */
export const UNCOLLAPSED = /[\t\n\f\r]| {2}/;

export function isCollapsible(unit: number): boolean {
	return unit === 0x20 || (unit >= 0x09 && unit <= 0x0d && unit !== 0x0b);
}

/** Unicode's White_Space. */
export function isSpace(unit: number): boolean {
	if (unit <= 0x20) return unit === 0x20 || (unit >= 0x09 && unit <= 0x0d);
	if (unit < 0x1680) return unit === 0xa0 || unit === 0x85;
	return (
		unit === 0x3000 ||
		(unit >= 0x2000 && unit <= 0x200a) ||
		unit === 0x202f ||
		unit === 0x2028 ||
		unit === 0x2029 ||
		unit === 0x205f ||
		unit === 0x1680
	);
}
