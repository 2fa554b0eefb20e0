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
