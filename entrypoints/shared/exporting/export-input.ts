import type { ArticleExport } from '../../../utils/exchange/article-export.ts';
import type { ExportSurroundings } from './export-surroundings.ts';

/** What is known of an article as an export takes it. */
export function exportInput(
	known: Omit<ArticleExport, keyof ExportSurroundings | 'citation'>,
	{ cite, ...surroundings }: ExportSurroundings,
): ArticleExport {
	const input = { ...surroundings, ...known };
	const citation = cite?.(input);
	return citation === undefined ? input : { ...input, citation };
}
