import type { ExportFormat } from '../../utils/domain/export-format.ts';
import type { ArticleExport } from '../../utils/exchange/article-export.ts';
import type { ManyFacts } from '../../utils/exchange/many/many-file.ts';
import { manyFormat } from '../../utils/exchange/many/many-format.ts';

/** One file of many articles, as text. */
export function manyText(format: ExportFormat, inputs: readonly ArticleExport[], facts: ManyFacts): string {
	const many = manyFormat(format)!;
	const joiner = many.join<string>(facts);
	const parts = inputs.flatMap((input) => {
		const written = many.write(input, facts);
		return written ? joiner.next({ bytes: written.text, ...(written.page && { page: written.page }) }) : [];
	});
	return [...parts, ...joiner.end()].join('');
}
