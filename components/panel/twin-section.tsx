import type { ComponentChildren } from 'preact';
import { FROM_EDITION } from '../annotation/from-edition.ts';
import { useTranslation } from '../translation.ts';
import type { TwinState } from './panel-state.ts';

interface TwinSectionProps {
	readonly twin: TwinState;
	readonly show: (shown: boolean) => void;
	/** Their list, which `twin` names. */
	readonly children: ComponentChildren;
}

/** Offers the highlights of the article's twin, and holds them while they are shown: apart from the article's own. */
export function TwinSection({ twin, show, children }: TwinSectionProps) {
	const { translate, locale } = useTranslation();
	if (!twin.isShown) {
		const count = new Intl.NumberFormat(locale).format(twin.annotations.length);
		return (
			<button type="button" onClick={() => show(true)}>
				{translate(twin.edition === 'tw' ? 'twinShowHant' : 'twinShowHans', count)}
			</button>
		);
	}
	return (
		<section class="apart" aria-labelledby="twin">
			<div class="row">
				<h2 id="twin">{translate(FROM_EDITION[twin.edition])}</h2>
				<button type="button" onClick={() => show(false)}>
					{translate('twinHide')}
				</button>
			</div>
			{children}
		</section>
	);
}
