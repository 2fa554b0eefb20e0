import { render } from 'preact';
import type { KeptVersion } from '../../../components/reader/kept-version.ts';
import { ReaderFrame } from '../../../components/reader/reader-frame.tsx';
import { TranslationProvider } from '../../../components/translation.ts';
import { isOnRfi } from '../../../utils/article/on-rfi.ts';
import type { Article, ArticleVersion } from '../../../utils/domain/article.ts';
import { readingMinutes } from '../../../utils/domain/reading-time.ts';
import type { UiLocale } from '../locale.ts';
import { translate } from '../translate.ts';
import { comparisonAddress, type ShownVersions, versionAddress } from './reader-address.ts';
import type { LookKeeper } from './reader-look.ts';

/** A version for the reader's list. */
export function keptVersion(
	{ articleId, fingerprint, captured, address }: ArticleVersion,
	isShown: boolean,
): KeptVersion {
	return { fingerprint, captured, address, isShown, href: versionAddress(articleId, fingerprint) };
}

interface Frame {
	readonly article: Article;
	readonly shown: ShownVersions<ArticleVersion>;
	readonly locale: UiLocale;
	readonly look: LookKeeper;
	readonly print: () => void;
}

/** What is stored of the article now. */
interface Kept {
	readonly versions: readonly ArticleVersion[];
	readonly isInTrash: boolean;
}

/** Shows what stands above the article, and again whenever the look changes. Returns how to show what is stored of it. */
export function showFrame({ article, shown, locale, look, print }: Frame): (kept: Kept) => void {
	const place = document.getElementById('frame');
	const version = shown.kind === 'version' ? shown.version : undefined;
	const minutes = version && readingMinutes(version.text);
	let kept: Kept = { versions: [], isInTrash: false };
	const show = (): void => {
		if (place === null) return;
		render(
			<TranslationProvider value={{ translate, locale: locale.tag }}>
				<ReaderFrame
					facts={article}
					captured={version?.captured}
					minutes={minutes}
					isOnRfi={article.url !== undefined && isOnRfi(article.url)}
					look={look.look}
					chooseLook={(chosen) => look.choose(chosen)}
					print={print}
					isInTrash={kept.isInTrash}
					versions={kept.versions.map((one) => keptVersion(one, one.fingerprint === version?.fingerprint))}
					compared={shown.kind === 'comparison' ? [shown.from.fingerprint, shown.to.fingerprint] : undefined}
					copyRecord={async (fingerprint) => {
						const found = kept.versions.find((one) => one.fingerprint === fingerprint);
						if (found !== undefined) await navigator.clipboard.writeText(recordOf(article, found));
					}}
					compare={(from, to) => location.assign(comparisonAddress(article.id, from, to))}
				/>
			</TranslationProvider>,
			place,
		);
	};
	look.changed = show;
	return (latest) => {
		kept = latest;
		show();
	};
}

/** What stood where and when, in the words of no language: the fingerprint is that of the article text in UTF-8. */
function recordOf({ title, url }: Article, { address, captured, fingerprint }: ArticleVersion): string {
	const places = new Set(url === undefined ? [address] : [url, address]);
	return [title, ...places, captured, `SHA-256 ${fingerprint}`].join('\n');
}
