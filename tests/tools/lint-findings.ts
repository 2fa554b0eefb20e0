/** What `addons-linter` says of one place in a package. */
export interface Finding {
	readonly _type: 'error' | 'warning' | 'notice';
	readonly code: string;
	readonly message?: string;
	readonly file?: string;
	readonly line?: number;
}

interface Explained {
	readonly code: string;
	readonly file: RegExp;
	/** So often, and no more. */
	readonly most: number;
	readonly why: string;
}

/** The warnings that stay, each with its reason; `docs/security.md` tells them to people. */
export const EXPLAINED: readonly Explained[] = [
	{
		code: 'UNSAFE_VAR_ASSIGNMENT',
		file: /^(?:page-interface|chunks\/panel-[\w-]+)\.js$/,
		most: 2,
		why: 'Preact: what `dangerouslySetInnerHTML` would do. No view of ours has it (tests/architecture).',
	},
	{
		code: 'UNSAFE_VAR_ASSIGNMENT',
		file: /^extractor\.js$/,
		most: 3,
		why: 'Readability twice, DOMPurify once: into documents of their own, in which nothing runs.',
	},
	{
		code: 'KEY_FIREFOX_ANDROID_UNSUPPORTED_BY_MIN_VERSION',
		file: /^manifest\.json$/,
		most: 1,
		why: 'Firefox for Android reads `data_collection_permissions` from 142 on; it is not offered there.',
	},
];

/** What is wrong with a package: every error, and every warning that nobody has explained, or more often than explained. */
export function unexplainedFindings(found: readonly Finding[]): Finding[] {
	const left = EXPLAINED.map(({ most }) => most);
	return found.filter(({ _type, code, file }) => {
		if (_type === 'error') return true;
		const index = EXPLAINED.findIndex(
			(one, at) => one.code === code && one.file.test(file ?? '') && (left[at] ?? 0) > 0,
		);
		if (index >= 0) left[index] = (left[index] ?? 0) - 1;
		return index < 0;
	});
}
