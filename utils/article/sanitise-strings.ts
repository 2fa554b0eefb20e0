/** The little of https://w3c.github.io/trusted-types/ that is used; older browsers have none of it. */
interface TrustedTypesWindow {
	readonly trustedTypes?: {
		createPolicy(
			name: 'default',
			rules: { createHTML(html: string, type: string, sink: string): string | null },
		): unknown;
	};
}

let isReading = false;

/**
 * In a window whose content security policy requires Trusted Types: lets strings become documents of their own, in which nothing runs
 * and nothing is loaded, and nothing else. The one policy through which HTML passes; what is shown comes from `sanitisedFragment`.
 */
export function admitInertDocuments(window: object): void {
	(window as TrustedTypesWindow).trustedTypes?.createPolicy('default', {
		createHTML: (html, _type, sink) => (isReading || sink === 'DOMParser parseFromString' ? html : null),
	});
}

/** Runs what writes HTML into a document of its own, and touches no other: Readability puts back what it took out. */
export function readingInert<T>(read: () => T): T {
	isReading = true;
	try {
		return read();
	} finally {
		isReading = false;
	}
}
