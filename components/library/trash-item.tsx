import type { TrashEntry } from '../../utils/domain/trash.ts';
import { formatDate } from '../format-date.ts';
import { plural, useTranslation } from '../translation.ts';

interface TrashItemProps {
	readonly entry: TrashEntry;
	readonly isSelected: boolean;
	readonly select: (isSelected: boolean) => void;
	readonly restore: () => void;
}

/** Of the name of a control, in code units of the words it is about. */
const LONGEST_NAME = 80;

/** An article or an annotation in the trash. */
export function TrashItem({ entry, isSelected, select, restore }: TrashItemProps) {
	const translation = useTranslation();
	const { translate, locale } = translation;
	const { article, deleted } = entry;
	const words = entry.kind === 'article' ? article.title : entry.annotation.selectors.quote.exact;
	const name = words.slice(0, LONGEST_NAME);
	const language = { lang: article.lang, dir: article.dir };
	return (
		<li class="trash-item">
			<input
				type="checkbox"
				aria-label={name}
				checked={isSelected}
				onChange={({ currentTarget }) => select(currentTarget.checked)}
			/>
			<div>
				{entry.kind === 'article' ? (
					<p class="trash-title">
						<span {...language}>{words}</span>
					</p>
				) : (
					<blockquote class={entry.annotation.color} {...language}>
						{words}
					</blockquote>
				)}
				{entry.kind === 'annotation' && entry.annotation.note !== '' && (
					<p class="trash-note" dir="auto">
						{entry.annotation.note}
					</p>
				)}
				<p class="quiet">
					{entry.kind === 'annotation' && <span {...language}>{article.title}</span>}
					{entry.kind === 'article' && entry.annotations > 0 && (
						<span>{plural(translation, 'annotations', entry.annotations)}</span>
					)}
					<span>{translate('deletedOn', formatDate(deleted, locale))}</span>
				</p>
			</div>
			<button type="button" aria-label={`${translate('restore')} — ${name}`} onClick={restore}>
				{translate('restore')}
			</button>
		</li>
	);
}
