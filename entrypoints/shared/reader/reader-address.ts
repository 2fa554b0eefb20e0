/** What of an article the reader's address asks for. Versions are named by the beginning of their fingerprints. */
export type ReaderWish =
	/** One version; the newest where none is named. */
	| { readonly kind: 'version'; readonly version: string }
	/** What changed from one version to another; empty for the newest, or the one before. */
	| { readonly kind: 'comparison'; readonly from: string; readonly to: string };

export interface ReaderAddress {
	readonly articleId: string;
	readonly wish: ReaderWish;
	/** The annotation that is to be shown first. */
	readonly annotationId?: string;
}

/** Enough of a fingerprint to name one version of an article. */
const NAME_LENGTH = 16;

/** Reads `?article=<id>`, with `&version=<A>` or `&versions=<A>..<B>`, and `&annotation=<id>`. */
export function readReaderAddress(search: string): ReaderAddress {
	const query = new URLSearchParams(search);
	const articleId = query.get('article') ?? '';
	const versions = query.get('versions');
	const annotationId = query.get('annotation');
	const passage = annotationId === null ? {} : { annotationId };
	if (versions === null)
		return { articleId, wish: { kind: 'version', version: query.get('version') ?? '' }, ...passage };
	const [from = '', to = ''] = versions.split('..');
	return { articleId, wish: { kind: 'comparison', from, to } };
}

/** The newest version of an article; at the passage of an annotation, where one is named. */
export function readerAddress(articleId: string, annotationId?: string): `reader.html?${string}` {
	const article = `reader.html?article=${articleId}` as const;
	return annotationId === undefined ? article : `${article}&annotation=${annotationId}`;
}

export function versionAddress(articleId: string, fingerprint: string): string {
	return `reader.html?article=${articleId}&version=${fingerprint.slice(0, NAME_LENGTH)}`;
}

export function comparisonAddress(articleId: string, from: string, to: string): `reader.html?${string}` {
	return `reader.html?article=${articleId}&versions=${from.slice(0, NAME_LENGTH)}..${to.slice(0, NAME_LENGTH)}`;
}

/** What is to be shown of the versions that are kept; undefined where a version that is asked for is not. */
export type ShownVersions<Version> =
	| { readonly kind: 'version'; readonly version: Version }
	/** `from` is the older one. The same twice where there is no other. */
	| { readonly kind: 'comparison'; readonly from: Version; readonly to: Version };

/** @param versions oldest first */
export function chooseVersions<Version extends { readonly fingerprint: string }>(
	versions: readonly Version[],
	wish: ReaderWish,
): ShownVersions<Version> | undefined {
	const indexOf = (name: string, otherwise: number): number =>
		name === '' ? otherwise : versions.findIndex(({ fingerprint }) => fingerprint.startsWith(name));
	const newest = versions.length - 1;
	if (wish.kind === 'version') {
		const version = versions[indexOf(wish.version, newest)];
		return version && { kind: 'version', version };
	}
	const to = indexOf(wish.to, newest);
	const from = indexOf(wish.from, Math.max(0, to - 1));
	const [older, newer] = [versions[Math.min(from, to)], versions[Math.max(from, to)]];
	return older && newer && { kind: 'comparison', from: older, to: newer };
}
