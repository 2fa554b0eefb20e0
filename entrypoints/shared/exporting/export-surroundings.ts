import type { ArticleExport } from '../../../utils/exchange/article-export.ts';
import { loadTemplate } from '../stored-template.ts';
import { exportWords } from './export-words.ts';
import { type Cite, loadCitationFormatter } from './load-citation-formatter.ts';
import { sentencesIn } from './sentences-in.ts';

/** What every export takes from where and when it is made, and from what the reader has decided. */
export interface ExportSurroundings
	extends Pick<ArticleExport, 'exportedAt' | 'timeZone' | 'words' | 'sentencesIn' | 'template'> {
	readonly cite?: Cite | undefined;
}

export async function exportSurroundings(): Promise<ExportSurroundings> {
	return {
		exportedAt: new Date().toISOString(),
		timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
		words: exportWords(),
		sentencesIn,
		template: await loadTemplate(),
		cite: await loadCitationFormatter(),
	};
}
