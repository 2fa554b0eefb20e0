import type { Annotation, Instant } from './annotation.ts';

/** What is known of an article, whatever copy it was read from. Absent facts are left out, never invented. */
export interface ArticleFacts {
	/** Without the site's suffix. */
	readonly title: string;
	/** The programme or column that RFI appends to a title, e.g. `法国世界报`. */
	readonly column?: string;
	/** Normalised (see `utils/article/address.ts`); absent for a copy that does not tell its address. */
	readonly url?: string;
	/** Path of the edition on rfi.fr: `fr`, `cn`, `fa`…; absent for a page that is no RFI article. */
	readonly edition?: string;
	/** Normalised address of the article that tells the same in the other Chinese script; only of `cn` and `tw`. */
	readonly twin?: string;
	/** BCP 47, e.g. `zh-Hans`. */
	readonly lang?: string;
	readonly dir: 'ltr' | 'rtl';
	readonly byline?: string;
	readonly section?: string;
	readonly published?: Instant;
	readonly modified?: Instant;
	/** When this copy was taken from the site (archive files, saved pages); absent for the live page. */
	readonly captured?: Instant;
	readonly leadImage?: string;
	readonly description?: string;
}

/** An article as stored. Its identity is `keys`: two copies that share a key are copies of one article. */
export interface Article extends ArticleFacts {
	/** A UUID (lower case). */
	readonly id: string;
	/** Identity keys, e.g. `url:https://www.rfi.fr/cn/…`, `text:<fingerprint>`, `head:…`. Never empty. */
	readonly keys: readonly string[];
	/** Addresses at which copies were seen, as opened (live, file, web archive…). */
	readonly addresses: readonly string[];
	readonly added: Instant;
	/** What the reader wrote on the article as a whole: Markdown source, byte for byte as typed. Absent where nothing is. */
	readonly note?: string;
}

/** One state of an article. Kept only where the text differs from the versions already kept. */
export interface ArticleVersion {
	readonly articleId: string;
	/** SHA-256 of the article text, hex. */
	readonly fingerprint: string;
	readonly captured: Instant;
	/** Where this state was read. */
	readonly address: string;
	/** The article text: the coordinate space of selectors. */
	readonly text: string;
	/** Sanitised HTML of the article for the reader; absent until extraction has run. */
	readonly html?: string;
}

/** The text of a kept version, and when it was read. */
export type VersionText = Pick<ArticleVersion, 'text' | 'captured'>;

/** What a page knows of the article it shows, before the store has said which article that is. */
export interface ArticleCandidate {
	readonly facts: ArticleFacts;
	readonly keys: readonly string[];
	/** Where this copy is open. */
	readonly address: string;
}

/** The state of the article that a page shows. */
export type VersionCandidate = Omit<ArticleVersion, 'articleId'>;

/** What is stored of an article, if anything: the article, and its annotations in reading order. */
export interface StoredArticle {
	readonly article?: Article;
	readonly annotations: readonly Annotation[];
}
