import { useTranslation } from '../translation.ts';

/** Where the switch is that lets En marge see files opened from the disk, with a picture of it. */
export function FileAccessSteps({ browser }: { browser: 'chrome' | 'firefox' }) {
	const { translate } = useTranslation();
	const label = translate(browser === 'chrome' ? 'fileAccessSwitchChrome' : 'fileAccessSwitchFirefox');
	return (
		<>
			<p>{translate(browser === 'chrome' ? 'fileAccessHelpChrome' : 'fileAccessHelpFirefox')}</p>
			<figure>
				<div class="switch-picture" role="img" aria-label={translate('fileAccessPicture', label)}>
					<span>{label}</span>
					<svg width="36" height="20" viewBox="0 0 36 20" aria-hidden="true">
						<rect width="36" height="20" rx="10" fill="currentColor" />
						<circle cx="26" cy="10" r="7" fill="white" />
					</svg>
				</div>
			</figure>
		</>
	);
}
