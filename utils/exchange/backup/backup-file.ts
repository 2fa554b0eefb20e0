import type { Instant } from '../../domain/annotation.ts';
import { type ActRecord, examineAct } from '../../domain/check-act.ts';
import type { Examined } from '../../domain/check-field.ts';
import { examineAnnotation, examineArticle, examineVersion } from '../../domain/check-library-part.ts';
import type { LibraryPart } from '../../domain/library-part.ts';
import { readSettings, type Settings } from '../../domain/settings.ts';
import type { NotUnderstood } from '../import/imported.ts';
import { instantOf, isObject, listOf } from '../import/read-member.ts';

/**
 * A backup is lines of JSON, packed (see `block.ts`) and sealed (see `seal.ts`): a head, an article with all that belongs to it a
 * line, an end with the counts. Lone surrogates stand escaped, as `JSON.stringify` writes them.
 */
const FORMAT = 'en-marge-backup';
const VERSION = 1;

/** What is counted of a library. */
export interface PartCounts {
	articles: number;
	versions: number;
	annotations: number;
	acts: number;
}

export interface BackupHead {
	readonly created: Instant;
	readonly settings?: Settings;
}

export function headLine({ created, settings }: BackupHead): string {
	return `${JSON.stringify({ format: FORMAT, version: VERSION, created, settings })}\n`;
}

export function partLine(part: LibraryPart): string {
	const { acts = [], ...rest } = part;
	return `${JSON.stringify({ ...rest, acts: acts.map(withNull) })}\n`;
}

/** What an edit says was absent is `undefined`, which JSON would leave out: it is `null` in a file. */
function withNull({ edits, ...act }: ActRecord): object {
	const nulled = (members: object) =>
		Object.fromEntries(Object.entries(members).map(([name, value]) => [name, value ?? null]));
	return {
		...act,
		edits: edits?.map(({ id, before, after }) => ({ id, before: nulled(before), after: nulled(after) })),
	};
}

export function endLine(counts: PartCounts): string {
	return `${JSON.stringify({ end: counts })}\n`;
}

export function noCounts(): PartCounts {
	return { articles: 0, versions: 0, annotations: 0, acts: 0 };
}

export function addToCounts(counts: PartCounts, { versions, annotations, acts = [] }: LibraryPart): void {
	counts.articles++;
	counts.versions += versions.length;
	counts.annotations += annotations.length;
	counts.acts += acts.length;
}

/** Why a backup cannot be used at all. */
export type BackupFlaw = 'not-backup' | 'newer-version' | 'damaged';

/** What a line of a backup is. */
export type BackupLine =
	| ({ readonly kind: 'head' } & BackupHead)
	| { readonly kind: 'part'; readonly part: LibraryPart; readonly notUnderstood: readonly NotUnderstood[] }
	| { readonly kind: 'nothing'; readonly notUnderstood: readonly NotUnderstood[] }
	| { readonly kind: 'end' }
	| { readonly kind: 'flaw'; readonly flaw: BackupFlaw; readonly line: number };

/** Reads a backup line by line; each line is told apart by where it stands. */
export function createBackupReader(): { line(text: string): BackupLine; isWhole(): boolean } {
	const counts = noCounts();
	/** Of articles and annotations: in a file that nobody made by hand each stands once. */
	const ids = new Set<string>();
	let line = 0;
	let ended = false;
	return {
		line(text) {
			line++;
			const value = parse(text);
			if (line === 1) return readHead(value);
			if (ended || !isObject(value)) return { kind: 'flaw', flaw: 'damaged', line };
			if (isObject(value.end)) {
				ended = true;
				// What could not be taken over was counted too: only the lines must be all there.
				return value.end.articles === counts.articles ? { kind: 'end' } : { kind: 'flaw', flaw: 'damaged', line };
			}
			counts.articles++;
			return readPart(value, line, ids);
		},
		isWhole: () => ended,
	};
}

function parse(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}

function readHead(value: unknown): BackupLine {
	if (!isObject(value) || value.format !== FORMAT) return { kind: 'flaw', flaw: 'not-backup', line: 1 };
	if (value.version !== VERSION) {
		const isNewer = typeof value.version === 'number' && value.version > VERSION;
		return { kind: 'flaw', flaw: isNewer ? 'newer-version' : 'damaged', line: 1 };
	}
	const created = instantOf(value.created);
	if (created === undefined) return { kind: 'flaw', flaw: 'damaged', line: 1 };
	return { kind: 'head', created, ...(isObject(value.settings) && { settings: readSettings(value.settings) }) };
}

function readPart(value: Readonly<Record<string, unknown>>, line: number, ids: Set<string>): BackupLine {
	const notUnderstood: NotUnderstood[] = [];
	const wrong = ({ path, issue }: { path: string; issue: string }, start: string): void => {
		const whole = [start, path].filter(Boolean).join('.');
		notUnderstood.push({ why: issue === 'max_length' ? 'too-long' : 'bad-member', line, path: whole });
	};
	const article = examineArticle(value.article);
	if (!('value' in article)) {
		wrong(article, 'article');
		return { kind: 'nothing', notUnderstood };
	}
	const { id } = article.value;
	const isNew = (one: string): boolean => !ids.has(one) && ids.add(one) !== undefined;
	if (!isNew(id)) return { kind: 'nothing', notUnderstood: [{ why: 'same-id-twice', line, path: 'article.id' }] };
	function all<T extends { readonly articleId: string }>(name: string, examine: (item: unknown) => Examined<T>): T[] {
		return listOf(value[name]).flatMap((item, index) => {
			const examined = examine(item);
			if ('value' in examined && examined.value.articleId === id) return [examined.value];
			wrong('value' in examined ? { path: 'articleId', issue: '' } : examined, `${name}[${index}]`);
			return [];
		});
	}
	const part: LibraryPart = {
		article: article.value,
		versions: all('versions', examineVersion),
		annotations: all('annotations', examineAnnotation).filter((one) => {
			const isFirst = isNew(one.id);
			if (!isFirst) notUnderstood.push({ why: 'same-id-twice', line, path: 'annotations' });
			return isFirst;
		}),
		acts: all('acts', examineAct),
	};
	return { kind: 'part', part, notUnderstood };
}
