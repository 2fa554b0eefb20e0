import type { ArticleFacts } from '../domain/article.ts';
import type { ArchiveCopy } from './archive-form.ts';
import { editionAt } from './editions.ts';

/** The facts that a file in the archive form tells. */
export function archiveFacts(copy: ArchiveCopy): ArticleFacts {
	const { title, column, url, edition, lang, byline, section, published, captured, leadImage, standfirst } = copy;
	return {
		title,
		...(column && { column }),
		...(url && { url }),
		...(edition && { edition }),
		...(lang && { lang }),
		dir: editionAt(edition)?.dir ?? 'ltr',
		...(byline && { byline }),
		...(section && { section }),
		...(published && { published }),
		...(captured && { captured }),
		...(leadImage && { leadImage }),
		...(standfirst && { description: standfirst }),
	};
}
