/** Web archives keep copies of articles; En marge works on them once the reader allows it. */
export const ARCHIVE_ORIGINS = [
	'https://web.archive.org/*',
	'https://archive.today/*',
	'https://archive.ph/*',
	'https://archive.is/*',
	'https://archive.li/*',
	'https://archive.md/*',
	'https://archive.vn/*',
	'https://archive.fo/*',
];

/** Whether an address lies on one of the web archives we can ask for. */
export function isArchiveAddress(address: string): boolean {
	return ARCHIVE_ORIGINS.some((pattern) => address.startsWith(pattern.slice(0, -1)));
}
