/** The scripts of the package that its pages start by name. */
const OWN_SCRIPTS = [
	'/annotator.js',
	'/page-interface.js',
	'/extractor.js',
	'/library-index.js',
	'/library-writer.js',
] as const;
export type OwnScript = (typeof OWN_SCRIPTS)[number];

/** The little of https://w3c.github.io/trusted-types/ that is used; older browsers have none of it. */
interface TrustedTypesScope {
	readonly trustedTypes?: {
		createPolicy(
			name: string,
			rules: { createScriptURL(file: string): string },
		): { createScriptURL(file: string): unknown };
	};
}

const policy = (globalThis as TrustedTypesScope).trustedTypes?.createPolicy('en-marge', {
	createScriptURL(file) {
		if ((OWN_SCRIPTS as readonly string[]).includes(file)) return file;
		throw new TypeError(`no script of ours: ${file}`);
	},
});

/** The address of a script of ours in the form in which pages that require Trusted Types take it, which reads as a string. */
export function ownScript(file: OwnScript): string {
	return (policy?.createScriptURL(file) ?? file) as string;
}
