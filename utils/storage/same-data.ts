/** Whether two pieces of plain data (as JSON has it, and `undefined` for absent) say the same. */
export function isSameData(a: unknown, b: unknown): boolean {
	if (Object.is(a, b)) return true;
	if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
	if (Array.isArray(a) !== Array.isArray(b)) return false;
	const [p, q] = [a as Record<string, unknown>, b as Record<string, unknown>];
	return [...new Set([...Object.keys(p), ...Object.keys(q)])].every((key) => isSameData(p[key], q[key]));
}
