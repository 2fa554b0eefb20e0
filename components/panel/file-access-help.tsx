import { useTranslation } from '../translation.ts';
import { FileAccessSteps } from './file-access-steps.tsx';

/** Asks whether a page that is no article may be a file that En marge is not let see, and tells how to let it. */
export function FileAccessHelp({ browser }: { browser: 'chrome' | 'firefox' }) {
	const { translate } = useTranslation();
	return (
		<section class="file-access">
			<h2>{translate('fileAccessTitle')}</h2>
			<FileAccessSteps browser={browser} />
		</section>
	);
}
