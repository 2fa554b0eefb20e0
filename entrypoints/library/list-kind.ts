import type { ComponentChild } from 'preact';
import type { ArticleHit } from '../../components/library/article-entry.tsx';
import type { EntryProps } from '../../components/library/entry-frame.tsx';
import type { ListName, ListOrder } from '../../components/library/library-address.ts';
import type { PassageHit } from '../../components/library/passage-entry.tsx';
import type { MessageKey, PluralKey } from '../../components/translation.ts';
import type { LibraryActReport } from '../../utils/domain/act.ts';
import type { Instant } from '../../utils/domain/annotation.ts';
import type { SearchKind } from '../../utils/domain/search.ts';
import type { LibraryStore } from '../../utils/storage/library-store.ts';
import type { ExportedArticle } from '../shared/exporting/export-many.ts';

/** What the list of articles and that of passages differ in. */
export interface ListKind<Row> {
	readonly list: ListName;
	readonly search: SearchKind;
	readonly name: MessageKey;
	/** Said where there is none at all. */
	readonly empty: MessageKey;
	/** How many there are, in words. */
	readonly counted: PluralKey;
	/** How many went into the trash. */
	readonly trashed: PluralKey;
	readonly listIds: (store: LibraryStore, order: ListOrder, options?: { readonly limit: number }) => Promise<string[]>;
	/** Those that are not there any more are left out. */
	readonly read: (store: LibraryStore, ids: readonly string[]) => Promise<(readonly [id: string, row: Row])[]>;
	readonly dateOf: (row: Row, order: ListOrder) => Instant | undefined;
	/** Stands above rows that have no such date. */
	readonly undated: (order: ListOrder) => MessageKey;
	/** Where it is read. */
	readonly addressOf: (row: Row) => string;
	/** The annotations that a colour or a tag is given to. */
	readonly annotationIds: (store: LibraryStore, ids: readonly string[]) => Promise<readonly string[]>;
	/** Each article, with those of its annotations that are meant where not all are. */
	readonly exported: (store: LibraryStore, ids: readonly string[]) => Promise<readonly ExportedArticle[]>;
	readonly trash: (store: LibraryStore, ids: readonly string[], at: Instant) => Promise<LibraryActReport | undefined>;
	readonly trashedCount: (report: LibraryActReport) => number;
	readonly entry: (row: Row, props: EntryProps, around: EntrySurroundings) => ComponentChild;
}

/** What an entry is drawn with besides its row. */
export interface EntrySurroundings {
	/** What the search found in it. */
	readonly hit: EntryHit | undefined;
	readonly store: LibraryStore;
	readonly editionName: (edition: string) => string;
	readonly told: (key: MessageKey) => void;
}

export type EntryHit = ArticleHit & PassageHit;
