import { useEffect, useId, useState } from 'preact/hooks';
import {
	EXAMPLE_TEMPLATE,
	type ExportTemplate,
	TEMPLATE_KINDS,
	TEMPLATE_NAMES,
	type TemplateTrouble,
} from '../../utils/domain/export-template.ts';
import { type MessageKey, useTranslation } from '../translation.ts';
import { Choice } from './choice.tsx';
import type { TemplateActions, TemplatePreview } from './template-state.ts';

const TROUBLE_KEYS: Readonly<Record<TemplateTrouble['kind'], MessageKey>> = {
	unknown: 'templateUnknown',
	unclosed: 'templateUnclosed',
	unopened: 'templateUnopened',
	unfinished: 'templateUnfinished',
	forbidden: 'templateForbidden',
	'too-long': 'templateTooLong',
};

interface TemplateSettingProps extends TemplateActions {
	/** As it is stored. */
	readonly stored: ExportTemplate;
}

/** The reader's own form of export: how it is written, and what it makes of an article while it is. */
export function TemplateSetting({ stored, tryTemplate }: TemplateSettingProps) {
	const { translate, locale } = useTranslation();
	const id = useId();
	const [template, setTemplate] = useState(stored);
	const [preview, setPreview] = useState<TemplatePreview>();
	useEffect(() => {
		let isOld = false;
		void tryTemplate(template).then((tried) => !isOld && setPreview(tried));
		return () => {
			isOld = true;
		};
	}, [template]);
	const trouble = preview?.trouble;
	const line = trouble && new Intl.NumberFormat(locale).format(trouble.line);
	return (
		<>
			<p class="quiet">{translate('templateLong')}</p>
			<Choice
				name={translate('templateKind')}
				values={TEMPLATE_KINDS}
				chosen={template.kind}
				wordsOf={(kind) => (kind === 'markdown' ? 'Markdown' : translate('formatText'))}
				choose={(kind) => setTemplate({ ...template, kind })}
			/>
			<textarea
				class="template"
				aria-label={translate('templateField')}
				aria-invalid={trouble !== undefined}
				aria-describedby={`${id}-trouble`}
				dir="ltr"
				rows={14}
				spellcheck={false}
				value={template.source}
				onInput={({ currentTarget: { value } }) => setTemplate({ ...template, source: value })}
			/>
			<p id={`${id}-trouble`} class="trouble" role="status">
				{trouble && line && translate(TROUBLE_KEYS[trouble.kind], line, trouble.name)}
			</p>
			<button type="button" onClick={() => setTemplate(EXAMPLE_TEMPLATE)}>
				{translate('templateExample')}
			</button>
			<details>
				<summary>{translate('templateNames')}</summary>
				<p dir="ltr" class="names">
					{TEMPLATE_NAMES.article.map((name) => (
						<code key={name}>{name}</code>
					))}
				</p>
				<p dir="ltr" class="names">
					<code>{'{{#annotations}}'}</code>
					{TEMPLATE_NAMES.annotation.map((name) => (
						<code key={name}>{name}</code>
					))}
					<code>{'{{/annotations}}'}</code>
				</p>
			</details>
			<label for={`${id}-preview`}>{translate('templatePreview')}</label>
			<textarea id={`${id}-preview`} class="preview" readOnly rows={12} dir="auto" value={preview?.text ?? ''} />
		</>
	);
}
