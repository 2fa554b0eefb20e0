import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import type { WrittenArticle } from '../../utils/exchange/many/many-file.ts';
import { type ArticleBundle, readBundles } from '../../utils/storage/article-bundles.ts';
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
	let before: Promise<unknown> = Promise.resolve();
	/** One task is read for while another is written, but two packers at once take twice as long as one after the other. */
	function inTurn<T>(work: () => Promise<T>): Promise<T> {
		const turn = before.then(work);
		before = turn.catch(() => undefined);
		return turn;
	}
	const tasks: Tasks = {
		async pack(range) {
			const parts = await readPartsIn(await opening, range);
			return await inTurn(() => packParts(parts));
		},
		async export(task) {
			const bundles = await readBundles(
				await opening,
				task.articles.map(({ articleId }) => articleId),
			);
			return { written: await inTurn(() => writeArticles(bundles, task)) };
		},
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

async function writeArticles(bundles: readonly ArticleBundle[], { articles, writing }: ExportTask) {
	const bundleOf = new Map(bundles.map((bundle) => [bundle.article.id, bundle]));
	const whole = { ...writing, surroundings: { ...writing.surroundings, sentencesIn } };
	const written: (WrittenArticle<Uint8Array<ArrayBuffer>> | undefined)[] = [];
	for (const { articleId, annotationIds } of articles) {
		const bundle = bundleOf.get(articleId);
		written.push(bundle && (await writeArticle(bundle, annotationIds, whole)));
	}
	return written;
}
