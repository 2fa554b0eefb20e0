import { useState } from 'preact/hooks';
import { Import } from '../../components/library/import-view.tsx';
import type { MessageKey } from '../../components/translation.ts';
import { Fault } from '../../utils/domain/fault.ts';
import { loadOwn } from '../shared/own-page.ts';
import type { FileRefusal } from '../shared/read-saved-file.ts';
import { translate } from '../shared/translate.ts';
import type { ViewContext } from './view-context.ts';

const REFUSAL_KEYS: Record<FileRefusal, MessageKey> = {
	empty: 'fileEmpty',
	binary: 'fileBinary',
	'too-large': 'fileTooLarge',
	'unknown-encoding': 'fileEncoding',
	unknown: 'fileUnknown',
};

/** Joins the view with the store. */
export function ImportView({ store, fail }: ViewContext) {
	const [refusals, setRefusals] = useState<readonly string[]>([]);

	/** Keeps the articles in these files; a single one is opened in the reader. */
	async function openFiles(files: readonly File[]): Promise<void> {
		setRefusals([]);
		for (const file of files) {
			const kept = await keepFile(file);
			if (kept !== undefined && files.length === 1) location.assign(`reader.html?article=${kept}`);
		}
	}

	async function keepFile(file: File): Promise<string | undefined> {
		try {
			const readSavedFile = await loadOwn('readSavedFile');
			const copy = await readSavedFile(file.name, new Uint8Array(await file.arrayBuffer()));
			if (typeof copy !== 'string')
				return (await store.keepArticle(copy.article, copy.version, new Date().toISOString())).id;
			setRefusals((told) => [...told, translate('fileNotArticle', file.name, translate(REFUSAL_KEYS[copy]))]);
		} catch (error) {
			if (!(error instanceof Fault)) throw error;
			fail(error.code);
		}
		return undefined;
	}

	return <Import refusals={refusals} openFiles={(files) => void openFiles(files)} />;
}
