/** Traditional → simplified, by character. */
export const SIMPLIFIED: ReadonlyMap<string, string> = new Map();
