import type { Instant } from '../../utils/domain/annotation.ts';
import { formatWithAge } from '../format-date.ts';
import { useTranslation } from '../translation.ts';

interface BackupStateProps {
	/** Undefined where none was saved. */
	readonly lastBackup: Instant | undefined;
}

/** When a backup was last saved outside the browser, and where one is saved. */
export function BackupState({ lastBackup }: BackupStateProps) {
	const { translate, locale } = useTranslation();
	return (
		<>
			<p>{lastBackup === undefined ? translate('backupNever') : formatWithAge(lastBackup, locale, new Date())}</p>
			<p>
				<a href="library.html?view=backup">{translate('viewBackup')}</a>
			</p>
		</>
	);
}
