import { colorLabel } from '../../../components/page/color-label.ts';
import { COLORS, type Color } from '../../../utils/domain/color.ts';
import type { ExportWords } from '../../../utils/exchange/article-export.ts';
import { translate } from '../translate.ts';

/** The words that an export adds, in the language of the interface. */
export function exportWords(): ExportWords {
	return {
		passage: translate('passage'),
		note: translate('note'),
		annotations: translate('annotationsList'),
		picture: translate('picture'),
		colors: Object.fromEntries(COLORS.map((color) => [color, colorLabel(translate, color)])) as Record<Color, string>,
		styles: {
			underline: translate('styleUnderline'),
			strikethrough: translate('styleStrikethrough'),
			outline: translate('styleOutline'),
		},
		states: { changed: translate('stateChanged'), orphan: translate('stateOrphan') },
	};
}
