import { Fault } from '../../utils/domain/fault.ts';
import type { SearchKind } from '../../utils/domain/search.ts';
import { packIds, withoutDocuments } from '../../utils/search/find-documents.ts';
import { chooseMerge } from '../../utils/search/merge-choice.ts';
import { mergeSegments } from '../../utils/search/merge-segments.ts';
import { countDead } from '../../utils/search/segment.ts';
import { createSegmentBuilder, type SegmentBuilder } from '../../utils/search/segment-builder.ts';
import { IndexDamage } from '../../utils/storage/checked-table.ts';
import type { IndexReader, ReadArticle } from '../../utils/storage/index-reader.ts';
import type { IndexStore } from '../../utils/storage/index-store.ts';
import type { PendingRow } from '../../utils/storage/rows.ts';
import { type ArticleDocuments, makeDocuments } from './make-documents.ts';
import { verified } from './open-index.ts';
import { searchFold } from './search-fold.ts';

/** Things read at once, and words gathered before they are written: so that a query waits no longer than a blink. */
const PENDING_AT_ONCE = 200;
const ARTICLES_AT_ONCE = 20;
const MOST_OCCURRENCES = 200_000;

export interface IndexWriter {
	/** Reads all that has changed into the index, everything where there is none. Only one may write at a time. */
	catchUp(): Promise<void>;
}

/** @param changed is told after each change of the index */
export function createIndexWriter(source: IndexReader, store: IndexStore, changed: () => void): IndexWriter {
	let builders = emptyBuilders();
	let isCompared = false;

	/** Of an article that was damaged where it lies nothing is found but that it is there: the others must not wait for it. */
	async function documentsOf(indexed: ReadArticle): Promise<ArticleDocuments> {
		try {
			return await makeDocuments(indexed, source.versionText);
		} catch (error) {
			if (error instanceof Fault) throw error;
			return {
				article: { id: indexed.article.id, dates: [0, 0, 0, 0], fields: [], filters: [] },
				annotations: new Map(),
			};
		}
	}

	async function add(articleIds: readonly string[], wanted: (annotationId: string) => boolean): Promise<void> {
		for (const indexed of await source.readArticles(articleIds)) {
			const { article, annotations } = await documentsOf(indexed);
			builders.article.add(article);
			for (const [id, document] of annotations) if (wanted(id)) builders.annotation.add(document);
		}
	}

	/** Makes what was gathered part of the index, in place of what it had of these ids. */
	async function flush(
		replaced: readonly string[],
		state: { readonly isBuilt?: boolean; readonly builtTo?: string },
	): Promise<void> {
		const { segments } = await store.read();
		const ids = packIds(replaced);
		const dead = segments.flatMap((segment) => {
			const next = withoutDocuments(segment, ids);
			return next ? [{ number: segment.number, dead: next }] : [];
		});
		const add = [];
		for (const builder of [builders.article, builders.annotation]) {
			if (builder.documents === 0) continue;
			const { table, blocks } = builder.build();
			const number = await store.newNumber();
			await store.writeBlocks(number, 0, blocks);
			add.push({ number, table });
		}
		builders = emptyBuilders();
		await store.change({ add, dead, ...state });
		changed();
		await mergeAll();
	}

	async function mergeAll(): Promise<void> {
		for (;;) {
			const { segments } = await store.read();
			const chosen = chooseMerge(segments);
			if (!chosen) return;
			const remove = chosen.map(({ number }) => number);
			if (chosen.every((segment) => segment.table.count === countDead(segment.dead))) {
				await store.change({ remove });
				continue;
			}
			const number = await store.newNumber();
			let written = 0;
			const table = await mergeSegments(chosen, verified(segments, store.readBlocks), async (blocks) => {
				await store.writeBlocks(number, written, blocks);
				written += blocks.length;
			});
			await store.change({ add: [{ number, table }], remove });
			changed();
		}
	}

	/** Reads everything, article by article, going on where an earlier attempt ended. */
	async function build(from: string): Promise<void> {
		let after = from;
		let replaced: string[] = [];
		for (;;) {
			const ids = await source.articleIds(after, ARTICLES_AT_ONCE);
			await add(ids, () => true);
			replaced = from === '' ? [] : [...replaced, ...ids];
			after = ids.at(-1) ?? after;
			const isFull = Object.values(builders).some(({ occurrences }) => occurrences > MOST_OCCURRENCES);
			if (isFull || ids.length === 0) {
				await flush(replaced, { builtTo: after, isBuilt: ids.length === 0 });
				replaced = [];
			}
			if (ids.length === 0) return;
		}
	}

	/** Reads what these are about, and whatever else is pending of the same articles: so each article is read once. */
	async function readPending(first: readonly PendingRow[]): Promise<void> {
		const articlesOf = [...idsIn(first, 'article'), ...(await source.articlesOf(idsIn(first, 'annotation')))];
		const affected = [...new Set(articlesOf)];
		const keys = new Set(first.map(({ key }) => key));
		const marks = [...first, ...(await source.pendingOf(affected)).filter(({ key }) => !keys.has(key))];
		const annotationIds = new Set(idsIn(marks, 'annotation'));
		await add(affected, (id) => annotationIds.has(id));
		await flush([...affected, ...annotationIds], {});
		await source.donePending(marks);
	}

	async function catchUp(): Promise<void> {
		builders = emptyBuilders();
		await store.sweep();
		const { isBuilt, builtTo } = await store.read();
		if (!isBuilt) {
			// What changed before it is read needs not be read again; what changes meanwhile is marked anew.
			const before = builtTo === '' ? await source.pending(Number.POSITIVE_INFINITY) : [];
			await build(builtTo);
			await source.donePending(before);
		}
		for (;;) {
			const marks = await source.pending(PENDING_AT_ONCE);
			if (marks.length === 0) break;
			await readPending(marks);
		}
		changed();
		if (!isCompared) await compare();
	}

	/** An index of another library than the one that is stored (restored from elsewhere, made anew) is damaged, too. */
	async function compare(): Promise<void> {
		isCompared = true;
		const { segments } = await store.read();
		const ofArticles = segments.filter(({ table }) => table.kind === 'article');
		const counted = ofArticles.reduce((sum, { table, dead }) => sum + table.count - countDead(dead), 0);
		const isSame = (await source.countArticles()) === counted;
		// What changed just now is no other library.
		if (!isSame && (await source.countPending()) === 0) throw new IndexDamage('of another library');
	}

	return {
		async catchUp() {
			try {
				await catchUp();
			} catch (error) {
				if (!(error instanceof IndexDamage)) throw error;
				await store.clear();
				changed();
				await catchUp();
			}
		},
	};
}

function idsIn(marks: readonly PendingRow[], kind: SearchKind): string[] {
	return marks.flatMap(({ key }) => (key.startsWith(`${kind}:`) ? [key.slice(kind.length + 1)] : []));
}

function emptyBuilders(): Record<SearchKind, SegmentBuilder> {
	return {
		article: createSegmentBuilder('article', searchFold),
		annotation: createSegmentBuilder('annotation', searchFold),
	};
}
