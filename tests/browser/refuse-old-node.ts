const OLDEST = [20, 19] as const;

/** Throws one clear line on a Node too old to build En marge; the alternative is a syntax error deep in a library. */
export function refuseOldNode(version: string = process.versions.node): void {
	const [major = 0, minor = 0] = version.split('.').map(Number);
	if (major > OLDEST[0] || (major === OLDEST[0] && minor >= OLDEST[1])) return;
	throw new Error(
		`En marge is built with Node ${OLDEST.join('.')} or later; this is Node ${version}. Get one from https://nodejs.org/.`,
	);
}
