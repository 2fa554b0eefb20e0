import type { HealthState } from '../../components/library/health-data.ts';
import type { LibraryCounts } from '../../utils/domain/library.ts';

/** What is told of the program and the browser. */
export interface ProgramFacts {
	readonly version: string;
	readonly userAgent: string;
	readonly locale: string;
	readonly counts: LibraryCounts | undefined;
}

/** Facts for the report of a fault, one a line, in English: numbers and names of the machine, no words of the reader's. */
export function diagnosticsOf(
	{ version, userAgent, locale, counts }: ProgramFacts,
	{ storage, index, check }: Pick<HealthState, 'storage' | 'index' | 'check'>,
): string {
	const flaws =
		'report' in check ? check.report.flaws.map(({ kind, count }) => `${kind} ${count}`).join(', ') || 'sound' : '';
	return [
		`En marge ${version}`,
		userAgent,
		`interface: ${locale}`,
		counts && `articles: ${counts.articles}, in the trash ${counts.trashedArticles}`,
		counts && `annotations: ${counts.annotations}, in the trash ${counts.trashedAnnotations}`,
		storage && `storage: ${storage.used} of ${storage.granted} bytes, ${storage.isKept ? 'kept' : 'not kept'}`,
		index && `index: ${index.articles} + ${index.annotations}, pending ${index.pending}, ${index.bytes} bytes`,
		flaws && `consistency: ${flaws}`,
	]
		.filter(Boolean)
		.join('\n');
}
