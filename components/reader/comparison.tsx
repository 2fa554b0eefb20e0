import type { ArticleFacts } from '../../utils/domain/article.ts';
import type { ParagraphChange } from '../../utils/domain/paragraph-change.ts';
import { Differences } from '../annotation/differences.tsx';
import { formatMoment } from '../format-date.ts';
import { type MessageKey, plural, useTranslation } from '../translation.ts';
import { foldUnchanged } from './fold-unchanged.ts';
import type { KeptVersion } from './kept-version.ts';

interface ComparisonProps {
	readonly facts: Pick<ArticleFacts, 'title' | 'lang' | 'dir'>;
	readonly from: KeptVersion;
	readonly to: KeptVersion;
	readonly changes: readonly ParagraphChange[];
}

type Change = Exclude<ParagraphChange, { kind: 'same' }>;
const LABELS: Record<Change['kind'], MessageKey> = {
	edited: 'paragraphEdited',
	added: 'paragraphAdded',
	removed: 'paragraphRemoved',
};
const KINDS = ['edited', 'added', 'removed'] as const;

/** What was edited, added and removed between two versions of an article, in its place among what stayed. */
export function Comparison({ facts, from, to, changes }: ComparisonProps) {
	const translation = useTranslation();
	const { translate, locale } = translation;
	const number = new Intl.NumberFormat(locale);
	const counts = KINDS.map((kind) => [kind, changes.filter((change) => change.kind === kind).length] as const);
	const told = counts.filter(([, count]) => count > 0);
	const paragraph = { lang: facts.lang, dir: facts.dir, class: 'differences' };
	return (
		<section class="comparison" aria-labelledby="comparison">
			<p class="title" lang={facts.lang} dir={facts.dir}>
				{facts.title}
			</p>
			<h1 id="comparison">
				{translate('changesBetween', formatMoment(from.captured, locale), formatMoment(to.captured, locale))}
			</h1>
			{told.length === 0 ? (
				<p class="counts">{translate('noWordsChanged')}</p>
			) : (
				<ul class="counts">
					{told.map(([kind, count]) => (
						<li key={kind} class={kind}>
							{translate(LABELS[kind])}: {number.format(count)}
						</li>
					))}
				</ul>
			)}
			{/* biome-ignore lint/a11y/noRedundantRoles: Safari and VoiceOver drop the role of a list without bullets. */}
			<ol role="list" class="changes" aria-labelledby="comparison">
				{foldUnchanged(changes).map((part) => {
					if (part.kind === 'folded')
						return (
							<li key={part.index} class="folded">
								<details>
									<summary>{plural(translation, 'paragraphsSame', part.texts.length)}</summary>
									{part.texts.map((text, index) => (
										<p key={index} {...paragraph}>
											{text}
										</p>
									))}
								</details>
							</li>
						);
					const { change, index } = part;
					return (
						<li key={index} class={change.kind}>
							{change.kind !== 'same' && <span class="label">{translate(LABELS[change.kind])}</span>}
							<p {...paragraph}>
								{change.kind === 'edited' ? <Differences differences={change.differences} /> : whole(change)}
							</p>
						</li>
					);
				})}
			</ol>
		</section>
	);
}

function whole({ kind, text }: Exclude<ParagraphChange, { kind: 'edited' }>) {
	if (kind === 'same') return text;
	return kind === 'added' ? <ins>{text}</ins> : <del>{text}</del>;
}
