import { useRef } from 'preact/hooks';
import type { Article } from '../../utils/domain/article.ts';
import { COLORS, type Color } from '../../utils/domain/color.ts';
import type { FaultCode } from '../../utils/domain/fault.ts';
import { faultMessage } from '../fault-message.ts';
import { formatDate } from '../format-date.ts';
import { colorLabel } from '../page/color-label.ts';
import { plural, useTranslation } from '../translation.ts';

/** An article in the library's list. */
export interface LibraryEntry {
	readonly article: Article;
	readonly counts: Readonly<Record<Color, number>>;
	readonly total: number;
}

interface LibraryProps {
	readonly entries: readonly LibraryEntry[];
	readonly fault?: FaultCode | undefined;
	/** What is said of the files last opened, one line each. */
	readonly refusals: readonly string[];
	readonly openFiles: (files: readonly File[]) => void;
}

/** Everything that was annotated or opened. */
export function Library({ entries, fault, refusals, openFiles }: LibraryProps) {
	const { translate } = useTranslation();
	const picker = useRef<HTMLInputElement>(null);
	return (
		<main
			class="catalogue"
			onDragOver={(event) => event.preventDefault()}
			onDrop={(event) => {
				event.preventDefault();
				openFiles([...(event.dataTransfer?.files ?? [])]);
			}}
		>
			<header>
				<h1>{translate('libraryTitle')}</h1>
				<a href="options.html">{translate('settings')}</a>
				<button type="button" class="primary" onClick={() => picker.current?.click()}>
					{translate('openSavedFile')}
				</button>
				<input
					ref={picker}
					type="file"
					class="visually-hidden"
					tabIndex={-1}
					aria-hidden="true"
					multiple
					accept=".txt,.md,.html,.htm,text/*"
					onChange={(event) => {
						openFiles([...(event.currentTarget.files ?? [])]);
						event.currentTarget.value = '';
					}}
				/>
			</header>
			{fault !== undefined && <p role="alert">{faultMessage(translate, fault)}</p>}
			{refusals.map((refusal) => (
				<p key={refusal} role="alert" class="hint">
					{refusal}
				</p>
			))}
			{entries.length === 0 && fault === undefined && <p class="hint">{translate('libraryEmpty')}</p>}
			<ul>
				{entries.map((entry) => (
					<Entry key={entry.article.id} {...entry} />
				))}
			</ul>
		</main>
	);
}

function Entry({ article, counts, total }: LibraryEntry) {
	const translation = useTranslation();
	const { translate, locale } = translation;
	const date = article.published ?? article.captured ?? article.added;
	return (
		<li>
			<a href={`reader.html?article=${article.id}`} lang={article.lang} dir={article.dir}>
				{article.title}
			</a>
			<p class="quiet">
				{[article.section, formatDate(date, locale), plural(translation, 'annotations', total)]
					.filter(Boolean)
					.join(' · ')}
			</p>
			<p class="counts">
				{COLORS.filter((color) => counts[color] > 0).map((color) => (
					<span key={color} class={color} title={colorLabel(translate, color)}>
						<span class="dot" aria-hidden="true" />
						<span class="visually-hidden">{colorLabel(translate, color)}</span> {counts[color]}
					</span>
				))}
			</p>
		</li>
	);
}
