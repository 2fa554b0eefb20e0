import { render } from 'preact';
import { Library, type LibraryEntry } from '../../components/library/library.tsx';
import { type MessageKey, TranslationProvider } from '../../components/translation.ts';
import { Fault, type FaultCode } from '../../utils/domain/fault.ts';
import { openStore } from '../../utils/storage/store.ts';
import { loadOwn } from '../shared/own-page.ts';
import { prepareDocument } from '../shared/prepare-document.ts';
import type { FileRefusal } from '../shared/read-saved-file.ts';
import { translate } from '../shared/translate.ts';

const REFUSAL_KEYS: Record<FileRefusal, MessageKey> = {
	empty: 'fileEmpty',
	binary: 'fileBinary',
	'too-large': 'fileTooLarge',
	'unknown-encoding': 'fileEncoding',
	unknown: 'fileUnknown',
};

const locale = await prepareDocument(draw);
const store = openStore();
let entries: readonly LibraryEntry[] = [];
let fault: FaultCode | undefined;
let refusals: string[] = [];

document.title = `${translate('libraryTitle')} — En marge`;
draw();
store.observe(
	() => store.listArticles(),
	(articles) => {
		entries = articles;
		fault = undefined;
		draw();
	},
	(code) => {
		fault = code;
		draw();
	},
);

/** Keeps the articles in these files; a single one is opened in the reader. */
async function openFiles(files: readonly File[]): Promise<void> {
	refusals = [];
	for (const file of files) {
		const kept = await keepFile(file);
		if (kept !== undefined && files.length === 1) location.assign(`reader.html?article=${kept}`);
	}
	draw();
}

async function keepFile(file: File): Promise<string | undefined> {
	try {
		const readSavedFile = await loadOwn('readSavedFile');
		const copy = await readSavedFile(file.name, new Uint8Array(await file.arrayBuffer()));
		if (typeof copy !== 'string')
			return (await store.keepArticle(copy.article, copy.version, new Date().toISOString())).id;
		refusals.push(translate('fileNotArticle', file.name, translate(REFUSAL_KEYS[copy])));
	} catch (error) {
		if (!(error instanceof Fault)) throw error;
		fault = error.code;
	}
	return undefined;
}

function draw(): void {
	const root = document.getElementById('root');
	if (root === null) return;
	render(
		<TranslationProvider value={{ translate, locale: locale.tag }}>
			<Library entries={entries} fault={fault} refusals={refusals} openFiles={(files) => void openFiles(files)} />
		</TranslationProvider>,
		root,
	);
}
