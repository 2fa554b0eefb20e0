import type { ComponentChildren } from 'preact';
import { useTranslation } from '../translation.ts';

interface OrphanSectionProps {
	/** The items of a list. */
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
			{/* biome-ignore lint/a11y/noRedundantRoles: Safari and VoiceOver drop the role of a list without bullets. */}
			<ul class="annotations" role="list" aria-label={translate('annotationsList')}>
				{children}
			</ul>
		</section>
	);
}
