import { formatMoment } from '../../../components/format-date.ts';
import { colorLabel } from '../../../components/page/color-label.ts';
import type { Article, ArticleVersion } from '../../../utils/domain/article.ts';
import type { Store } from '../../../utils/storage/store.ts';
import type { UiLocale } from '../locale.ts';
import type { Annotator } from '../page/annotator.ts';
import { translate } from '../translate.ts';
import type { Printed } from './print-copy.ts';

/** What of the article shown goes on paper, whenever that is asked. */
export function printedArticle(
	store: Store,
	article: Article,
	{ address, captured }: ArticleVersion,
	root: HTMLElement,
	annotator: Annotator,
	locale: UiLocale,
): () => Printed {
	let note = article.note ?? '';
	store.observe(
		() => store.getArticle(article.id),
		(latest) => {
			note = latest?.note ?? '';
		},
		() => {},
	);
	const places = new Set([article.url ?? address, address]);
	return () => ({
		root,
		shown: annotator.shown(),
		byline: document.querySelector('.byline'),
		note,
		origin: [...places, translate('storedCopy', formatMoment(captured, locale.tag))],
		labelOf: (color) => colorLabel(translate, color),
		formatNumber: (number) => new Intl.NumberFormat(locale.tag).format(number),
		words: { orphans: translate('orphansTitle'), notes: translate('printedNotes') },
	});
}
