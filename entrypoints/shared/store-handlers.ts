import { checkFingerprints, checkId } from '../../utils/domain/check-field.ts';
import type { Handlers } from '../../utils/messaging/channel.ts';
import type { BackgroundCommands } from '../../utils/messaging/protocol.ts';
import type { Store } from '../../utils/storage/store.ts';

/** The commands that concern what is stored; the others act on tabs and belong to the background alone. */
export type StoreCommands = Omit<
	BackgroundCommands,
	'loadScript' | 'getMessages' | 'openInReader' | 'showChanges' | 'editNoteOutside' | 'noteUnexpected'
>;

/**
 * Answers the commands that concern what is stored. The store checks all that reaches it.
 * `changed` is told after each write, so that other views of the article look again. An edit's own page shows it already:
 * it is named as `by`, and may be spared reading everything anew at each word that is typed.
 */
export function storeHandlers<Context>(
	store: Store,
	changed: (articleId: string, by?: Context) => void,
): Handlers<StoreCommands, Context> {
	return {
		async openArticle({ keys }) {
			return await store.openArticle(keys);
		},
		async openTwin(clue) {
			return await store.openTwin(clue);
		},
		async readVersions({ articleId, fingerprints }) {
			const [id, wanted] = [checkId(articleId), checkFingerprints(fingerprints)];
			const versions = await Promise.all(wanted.map((fingerprint) => store.getVersion(id, fingerprint)));
			return Object.fromEntries(
				versions.flatMap((version) => {
					if (version === undefined) return [];
					const { fingerprint, text, captured } = version;
					return [[fingerprint, { text, captured }] as const];
				}),
			);
		},
		async createAnnotation(request) {
			const annotation = await store.createAnnotation(request);
			changed(annotation.articleId);
			return annotation;
		},
		async editAnnotation({ id, changes, at, session }, by) {
			const annotation = await store.editAnnotation(id, changes, at, session);
			changed(annotation.articleId, by);
			return annotation;
		},
		async listTags() {
			return await store.listTags();
		},
		async reattachAnnotation(request) {
			const annotation = await store.reattachAnnotation(request);
			changed(annotation.articleId);
			return annotation;
		},
		async mergeAnnotations(request) {
			const annotation = await store.mergeAnnotations(request);
			changed(annotation.articleId);
			return annotation;
		},
		async splitAnnotation(request) {
			const annotation = await store.splitAnnotation(request);
			changed(annotation.articleId);
			return annotation;
		},
		async deleteAnnotation({ id, at }) {
			const annotation = await store.deleteAnnotation(id, at);
			changed(annotation.articleId);
		},
		async undo({ articleId, at }) {
			const report = await store.undo(articleId, at);
			if (report !== undefined) changed(report.articleId);
			return report;
		},
		async redo({ articleId, at }) {
			const report = await store.redo(articleId, at);
			if (report !== undefined) changed(report.articleId);
			return report;
		},
		async keepArticle({ article, version, at }) {
			return await store.keepArticle(article, version, at);
		},
		async noteArticle({ article, note, at }) {
			const kept = await store.noteArticle(article, note, at);
			changed(kept.id);
			return kept;
		},
	};
}
