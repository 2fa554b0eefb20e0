import { useTranslation } from '../translation.ts';
import { ReadingChoices, type ReadingChoicesProps } from './reading-choices.tsx';

/** A small sheet that the browser opens, closes and puts in front. */
export function ReadingSettings(props: ReadingChoicesProps) {
	const { translate } = useTranslation();
	return (
		<>
			<button type="button" class="plain look-button" popovertarget="look" aria-label={translate('readingSettings')}>
				<svg viewBox="0 0 24 24" aria-hidden="true">
					<path d="M2.5 18.5 7.5 5.5h1l5 13M4.4 14h7.2M21 18.5v-7.6M21 14.7a3.2 3.9 0 1 1-6.4 0 3.2 3.9 0 1 1 6.4 0" />
				</svg>
				<span>{translate('readingSettings')}</span>
			</button>
			<section id="look" class="look" popover="auto" aria-label={translate('readingSettings')}>
				<ReadingChoices {...props} />
			</section>
		</>
	);
}
