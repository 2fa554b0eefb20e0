import type { Annotation, Instant } from '../../domain/annotation.ts';
import type { ArticleFacts, ArticleVersion } from '../../domain/article.ts';
import { examineAnnotation, examineArticle, examineVersion } from '../../domain/check-library-part.ts';
import { derivedId } from '../../domain/derived-id.ts';
import type { ArticleRecord, LibraryPart } from '../../domain/library-part.ts';
import type { Imported, ImportSurroundings, NotUnderstood, Trouble } from './imported.ts';

/** Where something stands in a file. */
export type Place = Pick<NotUnderstood, 'line' | 'path'>;

/** An article as a file tells of it. */
export interface FoundArticle {
	readonly facts: Partial<ArticleFacts>;
	/** As the file has it; none where it tells none. */
	readonly address?: string | undefined;
	readonly keys?: readonly string[];
	readonly addresses?: readonly string[];
	readonly id?: string | undefined;
	/** True where the file is our own and its facts are what was stored. */
	readonly asOf?: Instant;
	readonly added?: Instant;
}

interface Growing {
	article: ArticleRecord;
	readonly versions: Map<string, ArticleVersion>;
	readonly annotations: Map<string, Annotation>;
	/** Whether the file tells of it as of an article, and does not only name it. */
	readonly isOwn: boolean;
}

/** A file's articles while it is read; annotations of one article come together wherever they stand in it. */
export interface Gathering {
	/** The article's id, under which annotations are added; undefined where it cannot be told which article it is. */
	article(found: FoundArticle, place: Place): string | undefined;
	annotation(annotation: Annotation, place: Place): void;
	version(version: ArticleVersion, place: Place): void;
	/** Words on the article as a whole; several are kept one after the other. */
	note(articleId: string, note: string): void;
	trouble(why: Trouble, place: Place): void;
	/** How many annotations of an article there are so far. */
	count(articleId: string): number;
	result(): Imported;
}

/** Of facts that nobody vouches for: whatever a page or a stored copy tells is believed instead. */
const NO_TIME: Instant = '1970-01-01T00:00:00.000Z';

const LONGEST_TITLE = 10_000;

export function createGathering({ at, identify }: ImportSurroundings): Gathering {
	const growing = new Map<string, Growing>();
	/** The article of each key seen. */
	const byKey = new Map<string, string>();
	/** Of annotations, over all articles. */
	const ids = new Set<string>();
	const notUnderstood: NotUnderstood[] = [];
	const trouble = (why: Trouble, place: Place): void => void notUnderstood.push({ why, ...place });
	const wrong = ({ path, issue }: { path: string; issue: string }, place: Place): void =>
		trouble(issue === 'max_length' ? 'too-long' : 'bad-member', {
			...place,
			path: [place.path, path].filter(Boolean).join('.'),
		});

	return {
		article({ facts, address, keys = [], addresses = [], id, asOf = NO_TIME, added = at }, place) {
			const known = address === undefined ? undefined : identify(address);
			const title = facts.title?.trim() ?? '';
			const named = known === undefined && keys.length === 0 && title !== '' ? [`title:${title}`] : [];
			const own = known === undefined ? [] : [`url:${known.url}`];
			const all = [...new Set([...own, ...keys, ...named])];
			if (all.length === 0) return void trouble('no-address', place);
			const seen = all.map((key) => byKey.get(key)).find((one) => one !== undefined);
			if (seen !== undefined) return seen;
			const { url, ...told } = known ?? {};
			const examined = examineArticle({
				dir: 'ltr',
				...told,
				...facts,
				...(url !== undefined && { url }),
				title: (title || url || '').slice(0, LONGEST_TITLE),
				id: id ?? derivedId(all[0]!),
				keys: all,
				addresses: addresses.length > 0 ? addresses : address === undefined ? [] : [address],
				added,
				asOf,
			});
			if (!('value' in examined)) return void wrong(examined, place);
			const article = examined.value;
			if (growing.has(article.id)) return article.id;
			growing.set(article.id, { article, versions: new Map(), annotations: new Map(), isOwn: asOf !== NO_TIME });
			for (const key of all) byKey.set(key, article.id);
			return article.id;
		},
		annotation(annotation, place) {
			const examined = examineAnnotation(annotation);
			if (!('value' in examined)) return wrong(examined, place);
			const { id, articleId } = examined.value;
			if (ids.has(id)) return trouble('same-id-twice', place);
			ids.add(id);
			growing.get(articleId)?.annotations.set(id, examined.value);
		},
		version(version, place) {
			const examined = examineVersion(version);
			if (!('value' in examined)) return wrong(examined, place);
			growing.get(version.articleId)?.versions.set(version.fingerprint, examined.value);
		},
		note(articleId, note) {
			const part = growing.get(articleId);
			if (part === undefined || note === '') return;
			const joined = part.article.note === undefined ? note : `${part.article.note}\n\n${note}`;
			part.article = { ...part.article, note: joined };
		},
		trouble,
		count: (articleId) => growing.get(articleId)?.annotations.size ?? 0,
		result() {
			// What was on it could not be understood: it would come in with nothing.
			const told = [...growing.values()].filter(
				({ article, annotations, isOwn }) => isOwn || annotations.size > 0 || article.note !== undefined,
			);
			const parts = told.map(
				({ article, versions, annotations }): LibraryPart => ({
					article,
					versions: [...versions.values()],
					annotations: [...annotations.values()],
				}),
			);
			return { parts, notUnderstood };
		},
	};
}
