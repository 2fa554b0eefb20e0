import type { TextQuoteSelector } from '../../utils/domain/selector.ts';
import { useTranslation } from '../translation.ts';

interface OrphanQuoteProps {
	readonly quote: TextQuoteSelector;
	/** The words at the nearest place now. */
	readonly nearest: string | undefined;
	readonly lang: string | undefined;
}

/** Words that are gone, in the context they had, and what stands at the nearest place now. */
export function OrphanQuote({ quote, nearest, lang }: OrphanQuoteProps) {
	const { translate } = useTranslation();
	return (
		<>
			<div class="then" lang={lang} dir="auto">
				<span class="context">{quote.prefix}</span>
				<blockquote>{quote.exact}</blockquote>
				<span class="context">{quote.suffix}</span>
			</div>
			{nearest !== undefined && (
				<div class="nearest">
					<span class="label">{translate('nearestPlace')}</span>
					<p lang={lang} dir="auto">
						{nearest}
					</p>
				</div>
			)}
		</>
	);
}
