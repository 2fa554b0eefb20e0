import { FileAccessSteps } from '../panel/file-access-steps.tsx';
import { useTranslation } from '../translation.ts';
import type { SettingsState } from './settings-state.ts';

/** Whether the browser lets En marge see files opened from the disk, and if not, how to let it. */
export function FileAccessState({ fileAccess, browser }: Pick<SettingsState, 'fileAccess' | 'browser'>) {
	const { translate } = useTranslation();
	if (fileAccess === 'granted') return <p>{translate('filesGranted')}</p>;
	return (
		<>
			<p>{translate('filesRefused')}</p>
			<FileAccessSteps browser={browser} />
		</>
	);
}
