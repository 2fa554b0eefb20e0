import type { ArticleFacts, ArticleVersion } from '../../domain/article.ts';
import { uuidIn } from '../../domain/derived-id.ts';
import { sha256Hex } from '../../domain/sha256.ts';
import { ARTICLE_TERMS, STORED_TERMS, VERSION_TERMS } from '../web-article.ts';
import type { FoundArticle } from './gather.ts';
import { instantOf, isObject, listOf, words } from './read-member.ts';

type Node = Readonly<Record<string, unknown>>;

const TIMES: readonly string[] = ['published', 'modified', 'captured'] satisfies (keyof ArticleFacts)[];

/** What Web Annotations tell of the article they are on. */
export function readWebArticle(about: Node, at: string): FoundArticle {
	const told = Object.entries(ARTICLE_TERMS).flatMap(([member, term]) => {
		const value = TIMES.includes(member) ? instantOf(about[term]) : words(about[term]);
		return value === undefined ? [] : [[member, value] as const];
	});
	const { dir, ...facts } = Object.fromEntries(told);
	const identifiers = stringsIn(about[STORED_TERMS.identifiers]);
	const id = identifiers.map(uuidIn).find((one) => one !== undefined);
	const source = words(about.id);
	const added = instantOf(about[STORED_TERMS.added]);
	return {
		facts: { ...facts, ...(dir === 'rtl' && { dir }) },
		...(source !== undefined && uuidIn(source) === undefined && { address: source }),
		keys: identifiers.filter((one) => uuidIn(one) === undefined && /^[a-z]+:./.test(one)),
		addresses: stringsIn(about[STORED_TERMS.addresses]),
		id,
		...(added !== undefined && { added }),
		// Our own are what was stored, and as old as the newest time they tell.
		...(id !== undefined && { asOf: facts.captured ?? added ?? at }),
	};
}

/** The versions of an article that our Web Annotations hold, those whose text is not what their fingerprint says left out. */
export function readWebVersions(about: Node, articleId: string): ArticleVersion[] {
	return listOf(about[STORED_TERMS.versions])
		.filter(isObject)
		.flatMap((node) => {
			const [fingerprint, captured] = [words(node[VERSION_TERMS.fingerprint]), instantOf(node[VERSION_TERMS.captured])];
			const [text, html] = [node[VERSION_TERMS.text], words(node[VERSION_TERMS.html])];
			if (fingerprint === undefined || captured === undefined || typeof text !== 'string') return [];
			if (sha256Hex(new TextEncoder().encode(text)) !== fingerprint) return [];
			const address = words(node[VERSION_TERMS.address]) ?? '';
			return [{ articleId, fingerprint, captured, address, text, ...(html !== undefined && { html }) }];
		});
}

function stringsIn(value: unknown): string[] {
	return listOf(value).filter((one): one is string => typeof one === 'string' && one !== '');
}
