import { COLORS } from '../../utils/domain/color.ts';
import { useTranslation } from '../translation.ts';
import { useKeys } from './keys.ts';

interface ReadingBarProps {
	/** Where keys point: the arrow that goes on. */
	readonly dir: 'ltr' | 'rtl';
	readonly leave: () => void;
}

const isInOrder = (colors: readonly string[]): boolean => colors.join('') === '123456';

/** Says that keys move through the article, and which. */
export function ReadingBar({ dir, leave }: ReadingBarProps) {
	const { translate } = useTranslation();
	const set = useKeys();
	const colors = COLORS.map((color) => set[color]).filter((key) => key !== '');
	const named = (key: string) => (key === '' ? [] : [key.toUpperCase()]);
	const keys = [
		['↓ ↑', translate('unitSentence')],
		[dir === 'rtl' ? '← →' : '→ ←', translate('unitWord')],
		['⇧', translate('unitExtend')],
		...named(isInOrder(colors) ? '1–6' : colors.join(' ')).map((key) => [key, translate('unitHighlight')] as const),
		...named(set.note).map((key) => [key, translate('note')] as const),
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
