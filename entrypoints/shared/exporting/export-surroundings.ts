import type { ArticleExport } from '../../../utils/exchange/article-export.ts';
import { exportWords } from './export-words.ts';
import { sentencesIn } from './sentences-in.ts';

/** What every export takes from where and when it is made. */
export type ExportSurroundings = Pick<ArticleExport, 'exportedAt' | 'timeZone' | 'words' | 'sentencesIn'>;

export function exportSurroundings(): ExportSurroundings {
	return {
		exportedAt: new Date().toISOString(),
		timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
		words: exportWords(),
		sentencesIn,
	};
}
