import { useState } from 'preact/hooks';
import type { FileGroups } from '../../utils/domain/import-progress.ts';
import { IMPORT_OUTCOMES, type ImportedFile, type ImportOutcome } from '../../utils/domain/import-record.ts';
import type { RowAttributes } from '../list/row-attributes.ts';
import { VirtualList } from '../list/virtual-list.tsx';
import { type MessageKey, useTranslation } from '../translation.ts';
import { fileReason } from './file-reason.ts';

const OUTCOME_KEYS: Readonly<Record<ImportOutcome, MessageKey>> = {
	added: 'outcomeAdded',
	newer: 'outcomeNewer',
	older: 'outcomeOlder',
	known: 'outcomeKnown',
	'not-article': 'outcomeNotArticle',
	unreadable: 'outcomeUnreadable',
	failed: 'outcomeFailed',
};

/** What became of each file, by kinds; those of one kind are listed. */
export function ImportReport({ groups }: { readonly groups: FileGroups }) {
	const { translate, locale } = useTranslation();
	const [chosen, setChosen] = useState<ImportOutcome>();
	const some = IMPORT_OUTCOMES.filter((outcome) => (groups[outcome]?.length ?? 0) > 0);
	const outcome = chosen !== undefined && some.includes(chosen) ? chosen : some[0];
	if (outcome === undefined) return null;
	return (
		<>
			{/* biome-ignore lint/a11y/useSemanticElements: a fieldset is for what is filled in. */}
			<div role="group" class="import-outcomes" aria-label={translate('importOutcomes')}>
				{some.map((each) => (
					<button
						key={each}
						type="button"
						class={`outcome ${each}`}
						aria-pressed={each === outcome}
						onClick={() => setChosen(each)}
					>
						{translate(OUTCOME_KEYS[each])} <b>{(groups[each]?.length ?? 0).toLocaleString(locale)}</b>
					</button>
				))}
			</div>
			<FileList key={outcome} label={translate(OUTCOME_KEYS[outcome])} files={groups[outcome] ?? []} />
		</>
	);
}

interface FileListProps {
	readonly label: string;
	readonly files: readonly ImportedFile[];
}

function FileList({ label, files }: FileListProps) {
	return (
		<VirtualList
			ids={files.map(({ path }) => path)}
			label={label}
			likelyPx={38}
			gapPx={0}
			row={(path, attributes, index) => <FileRow key={path} file={files[index]!} attributes={attributes} />}
			act={(act, path) => {
				const id = files.find((file) => file.path === path)?.articleId;
				if (act === 'open' && id !== undefined) location.assign(`reader.html?article=${id}`);
			}}
		/>
	);
}

interface FileRowProps {
	readonly file: ImportedFile;
	readonly attributes: RowAttributes;
}

function FileRow({ file: { path, articleId, reason }, attributes }: FileRowProps) {
	const translation = useTranslation();
	const name = path.slice(path.lastIndexOf('/') + 1);
	const folder = path.slice(0, -name.length - 1);
	return (
		<li {...attributes} class="import-file">
			<bdi>
				{articleId === undefined ? (
					name
				) : (
					<a href={`reader.html?article=${articleId}`} tabIndex={attributes.tabIndex}>
						{name}
					</a>
				)}
			</bdi>
			{reason !== undefined && <span>{fileReason(translation, reason)}</span>}
			{folder !== '' && <bdi class="quiet">{folder}</bdi>}
		</li>
	);
}
