import { useTranslation } from '../translation.ts';

interface ReadingBarProps {
	/** Where keys point: the arrow that goes on. */
	readonly dir: 'ltr' | 'rtl';
	readonly leave: () => void;
}

/** Says that keys move through the article, and which. */
export function ReadingBar({ dir, leave }: ReadingBarProps) {
	const { translate } = useTranslation();
	const keys = [
		['↓ ↑', translate('unitSentence')],
		[dir === 'rtl' ? '← →' : '→ ←', translate('unitWord')],
		['⇧', translate('unitExtend')],
		['1–6', translate('unitHighlight')],
		['N', translate('note')],
		['↵', translate('unitOpen')],
	] as const;
	return (
		<section class="reading-bar" aria-label={translate('readingByKeyboard')}>
			<dl>
				{keys.map(([key, meaning]) => (
					<div key={key}>
						<dt>
							<kbd dir="ltr">{key}</kbd>
						</dt>
						<dd>{meaning}</dd>
					</div>
				))}
			</dl>
			<button type="button" class="plain" onClick={leave}>
				<kbd>Esc</kbd> {translate('endReading')}
			</button>
		</section>
	);
}
