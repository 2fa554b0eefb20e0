import { useEffect, useState } from 'preact/hooks';
import { fileReason } from '../../components/library/file-reason.ts';
import { Import } from '../../components/library/import-view.tsx';
import { useTranslation } from '../../components/translation.ts';
import { Fault } from '../../utils/domain/fault.ts';
import { choosePicked } from './import/choose-picked.ts';
import { takeDropped } from './import/dropped.ts';
import type { Chosen, FoundFile } from './import/found-file.ts';
import { openSingle } from './import/open-single.ts';
import { pageImport } from './import/page-import.ts';
import { whatToDo } from './import/what-to-do.ts';
import type { ViewContext } from './view-context.ts';

/** Joins the view with the imports of this page, and with what was dropped on it. */
export function ImportView({ store, fail }: ViewContext) {
	const translation = useTranslation();
	const { session, watch } = pageImport(store);
	const [state, setState] = useState(session.state);
	const [refusal, setRefusal] = useState<string>();

	useEffect(() => watch(setState), []);
	useEffect(() => void guard(session.look()), []);
	useEffect(() => takeDropped(choose), []);

	function choose(chosen: Chosen | undefined): void {
		setRefusal(undefined);
		if (chosen === undefined) return;
		const next = whatToDo(session.state, chosen);
		if (next === 'wait') setRefusal(translation.translate('importBusy', chosen.name));
		else void guard(next === 'open' ? open(chosen.single!) : session.start(chosen));
	}

	async function open(file: FoundFile): Promise<void> {
		const opened = await openSingle(store, file);
		if ('reason' in opened) {
			const name = file.path;
			setRefusal(translation.translate('fileNotArticle', name, fileReason(translation, opened.reason)));
		} else location.assign(`reader.html?article=${opened.articleId}`);
	}

	async function guard(work: Promise<void>): Promise<void> {
		try {
			await work;
			fail(undefined);
		} catch (error) {
			if (!(error instanceof Fault)) throw error;
			fail(error.code);
		}
	}

	return (
		<Import
			state={state}
			refusal={refusal}
			choose={(files) => choose(choosePicked(files))}
			pause={session.pause}
			resume={session.resume}
			cancel={session.cancel}
			resumeWithNext={session.resumeWithNext}
			showReport={(id) => void guard(session.showReport(id))}
			forget={(id) => void guard(session.forget(id))}
		/>
	);
}
