import type { TemplatePreview } from '../../components/settings/template-state.ts';
import type { ExportTemplate } from '../../utils/domain/export-template.ts';
import { checkTemplate } from '../../utils/exchange/check-template.ts';
import { writeTemplate } from '../../utils/exchange/template.ts';
import { saveTemplate } from '../shared/stored-template.ts';
import { exampleInput } from './example-input.ts';

/** What a template makes of the example, or its first mistake; without one it is kept. */
export async function tryTemplate(template: ExportTemplate): Promise<TemplatePreview> {
	const trouble = checkTemplate(template.source);
	if (trouble !== undefined) return { trouble };
	const text = writeTemplate({ ...(await exampleInput()), template });
	await saveTemplate(template).catch(() => undefined);
	return { text };
}
