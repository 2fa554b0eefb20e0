import type { ComponentChildren } from 'preact';
import { useTranslation } from '../translation.ts';

interface OrphanSectionProps {
	/** Their list. */
	readonly children: ComponentChildren;
}

/** Where the annotations stand whose words are not in the page. */
export function OrphanSection({ children }: OrphanSectionProps) {
	const { translate } = useTranslation();
	return (
		<section class="apart" aria-labelledby="orphans">
			<h2 id="orphans" tabIndex={-1}>
				{translate('orphansTitle')}
			</h2>
			<p class="quiet">{translate('orphansLong')}</p>
			{children}
		</section>
	);
}
