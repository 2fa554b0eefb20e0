import { render } from 'preact';
import type { KeptVersion } from '../../../components/reader/kept-version.ts';
import { ReaderFrame } from '../../../components/reader/reader-frame.tsx';
import { TranslationProvider } from '../../../components/translation.ts';
import type { Article, ArticleVersion } from '../../../utils/domain/article.ts';
import type { UiLocale } from '../locale.ts';
import { translate } from '../translate.ts';
import { comparisonAddress, type ShownVersions, versionAddress } from './reader-address.ts';

/** A version for the reader's list. */
export function keptVersion(
	{ articleId, fingerprint, captured, address }: ArticleVersion,
	isShown: boolean,
): KeptVersion {
	return { fingerprint, captured, address, isShown, href: versionAddress(articleId, fingerprint) };
}

/** Shows what stands above the article: where it is from, its versions, and the way to the library. */
export function showFrame(
	article: Article,
	versions: readonly ArticleVersion[],
	shown: ShownVersions<ArticleVersion>,
	locale: UiLocale,
): void {
	const frame = document.getElementById('frame');
	if (frame === null) return;
	const isShown = ({ fingerprint }: ArticleVersion): boolean =>
		shown.kind === 'version' && shown.version.fingerprint === fingerprint;
	render(
		<TranslationProvider value={{ translate, locale: locale.tag }}>
			<ReaderFrame
				facts={article}
				captured={shown.kind === 'version' ? shown.version.captured : undefined}
				versions={versions.map((version) => keptVersion(version, isShown(version)))}
				compared={shown.kind === 'comparison' ? [shown.from.fingerprint, shown.to.fingerprint] : undefined}
				copyRecord={async (fingerprint) => {
					const version = versions.find((one) => one.fingerprint === fingerprint);
					if (version !== undefined) await navigator.clipboard.writeText(recordOf(article, version));
				}}
				compare={(from, to) => location.assign(comparisonAddress(article.id, from, to))}
			/>
		</TranslationProvider>,
		frame,
	);
}

/** What stood where and when, in the words of no language: the fingerprint is that of the article text in UTF-8. */
function recordOf({ title, url }: Article, { address, captured, fingerprint }: ArticleVersion): string {
	const places = new Set(url === undefined ? [address] : [url, address]);
	return [title, ...places, captured, `SHA-256 ${fingerprint}`].join('\n');
}
