import { useTranslation } from '../translation.ts';
import { type Announcement, announcementWords } from './announcement.ts';

interface LiveRegionProps {
	readonly announcement: Announcement | undefined;
	/** BCP 47, of the article. */
	readonly lang: string | undefined;
}

/** What is said to screen readers, and shown to nobody. */
export function LiveRegion({ announcement, lang }: LiveRegionProps) {
	const { translate } = useTranslation();
	const { before, quoted, after } = announcement
		? announcementWords(translate, announcement)
		: { before: '', quoted: '', after: '' };
	return (
		<div class="visually-hidden" role="status" aria-live="polite" aria-atomic="true">
			{before} {quoted !== '' && <span lang={lang}>{quoted}</span>} {after}
		</div>
	);
}
