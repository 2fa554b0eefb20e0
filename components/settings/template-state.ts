import type { ExportTemplate, TemplateTrouble } from '../../utils/domain/export-template.ts';

/** What a template makes of an article, or the first mistake in it. */
export type TemplatePreview =
	| { readonly text: string; readonly trouble?: never }
	| { readonly text?: never; readonly trouble: TemplateTrouble };

export interface TemplateActions {
	/** Tells what a template makes; one without a mistake is kept. */
	tryTemplate(template: ExportTemplate): Promise<TemplatePreview>;
}
