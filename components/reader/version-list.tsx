import { useState } from 'preact/hooks';
import { formatMoment } from '../format-date.ts';
import { plural, useTranslation } from '../translation.ts';
import type { KeptVersion } from './kept-version.ts';
import { readableAddress } from './readable-address.ts';
import { VersionChoice } from './version-choice.tsx';

export interface VersionListProps {
	/** Oldest first. */
	readonly versions: readonly KeptVersion[];
	/** Fingerprints of the two that are compared, while they are. */
	readonly compared?: readonly [from: string, to: string] | undefined;
	/** Copies the record of a version. */
	readonly copyRecord: (fingerprint: string) => Promise<void>;
	readonly compare: (from: string, to: string) => void;
}

/** Enough to tell versions of one article apart at a glance. */
const SHORT = 12;

/** The versions of an article that are kept, newest first, each with the record of when and where it was read. */
export function VersionList({ versions, compared, copyRecord, compare }: VersionListProps) {
	const translation = useTranslation();
	const { translate, locale } = translation;
	const [copied, setCopied] = useState<string>();
	return (
		<details class="versions">
			<summary>{plural(translation, 'versions', versions.length)}</summary>
			{/* biome-ignore lint/a11y/noRedundantRoles: Safari and VoiceOver drop the role of a list without bullets. */}
			<ul role="list">
				{versions.toReversed().map(({ fingerprint, captured, address, href, isShown }) => (
					<li key={fingerprint}>
						<a href={href} aria-current={isShown ? 'page' : undefined}>
							<time dateTime={captured}>{formatMoment(captured, locale)}</time>
						</a>
						<span class="where">
							<bdi dir="ltr">{readableAddress(address)}</bdi>
						</span>
						<details class="fingerprint">
							<summary>
								<span>{translate('fingerprint')}</span> <code dir="ltr">{fingerprint.slice(0, SHORT)}…</code>
							</summary>
							<code dir="ltr">{fingerprint}</code>
						</details>
						<button type="button" onClick={() => void copyRecord(fingerprint).then(() => setCopied(fingerprint))}>
							{translate('copyRecord')}
							<span class="visually-hidden"> {formatMoment(captured, locale)}</span>
						</button>
						<span role="status" class="quiet">
							{copied === fingerprint && translate('copied')}
						</span>
					</li>
				))}
			</ul>
			{versions.length > 1 && <VersionChoice versions={versions} compared={compared} compare={compare} />}
		</details>
	);
}
