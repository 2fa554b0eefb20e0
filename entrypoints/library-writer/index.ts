import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { readBundles } from '../../utils/storage/article-bundles.ts';
import { openBare } from '../../utils/storage/open-bare.ts';
import { readPartsIn } from '../../utils/storage/read-parts.ts';
import { packParts } from '../shared/backup/pack-parts.ts';
import { sentencesIn } from '../shared/exporting/sentences-in.ts';
import { writeArticle } from '../shared/exporting/write-article.ts';
import type { DoneMessage, ExportTask, TaskMessage, TaskName, WriterTasks } from './protocol.ts';

/** The part of a worker's scope that is used. */
interface WorkerScope {
	onmessage: ((event: MessageEvent<TaskMessage>) => void) | null;
	postMessage(message: DoneMessage, transfer: readonly Transferable[]): void;
}

type Tasks = {
	readonly [Name in TaskName]: (of: Parameters<WriterTasks[Name]>[0]) => Promise<ReturnType<WriterTasks[Name]>>;
};

/** Reads and writes out a large library beside its page, a piece at a time; a page has as many of these as there are processors. */
export default defineUnlistedScript(() => {
	const scope = globalThis as unknown as WorkerScope;
	const opening = openBare();
	const tasks: Tasks = {
		pack: async (range) => await packParts(await readPartsIn(await opening, range)),
		export: async (task) => ({ written: await writeArticles(await opening, task) }),
	};
	async function answer<Name extends TaskName>(name: Name, of: TaskMessage<Name>['of']) {
		return await tasks[name](of);
	}
	scope.onmessage = async ({ data: { id, name, of } }) => {
		try {
			const done = await answer(name, of);
			const bytes = 'block' in done ? [done.block] : done.written.flatMap((one) => one?.bytes ?? []);
			scope.postMessage(
				{ id, ok: true, answer: done },
				bytes.map(({ buffer }) => buffer),
			);
		} catch (error) {
			scope.postMessage({ id, ok: false, why: String(error) }, []);
		}
	};
});

async function writeArticles(database: IDBDatabase, { articles, writing }: ExportTask) {
	const bundles = await readBundles(
		database,
		articles.map(({ articleId }) => articleId),
	);
	const bundleOf = new Map(bundles.map((bundle) => [bundle.article.id, bundle]));
	const whole = { ...writing, surroundings: { ...writing.surroundings, sentencesIn } };
	return await Promise.all(
		articles.map(async ({ articleId, annotationIds }) => {
			const bundle = bundleOf.get(articleId);
			return bundle && (await writeArticle(bundle, annotationIds, whole));
		}),
	);
}
