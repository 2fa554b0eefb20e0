import { colorLabel } from '../../components/page/color-label.ts';
import type { MessageKey, Translate } from '../../components/translation.ts';
import { isColor } from '../../utils/domain/color.ts';
import { dateSpan } from '../../utils/search/date-span.ts';
import { meantValue } from '../../utils/search/known-values.ts';
import { editionName } from './edition-name.ts';
import type { ConditionName } from './query-conditions.ts';

const VALUE_KEYS: Readonly<Record<string, MessageKey>> = {
	'has:note': 'withNote',
	'has:tag': 'tags',
	'has:annotation': 'annotationsList',
	'is:orphan': 'stateOrphan',
	'is:changed': 'stateChanged',
	'style:solid': 'styleSolid',
	'style:underline': 'styleUnderline',
	'style:strikethrough': 'styleStrikethrough',
	'style:outline': 'styleOutline',
};

/** A condition of a query in the reader's words; undefined where nothing can have such a value, and nothing is narrowed by it. */
export function conditionLabel(
	translate: Translate,
	locale: string,
	name: ConditionName,
	value: string,
): string | undefined {
	if (name === 'before' || name === 'after') {
		const isDate = dateSpan(value.trim().toLowerCase()) !== undefined;
		return isDate ? `${name === 'before' ? '<' : '≥'} ${value}` : undefined;
	}
	const meant = meantValue(name, value.toLowerCase());
	if (meant === undefined) return undefined;
	if (name === 'edition') return editionName(value, locale);
	if (name === 'color') return isColor(meant) ? colorLabel(translate, meant) : meant;
	const key = VALUE_KEYS[`${name}:${meant}`];
	return key === undefined ? value : translate(key);
}
