import fc from 'fast-check';
import type { Annotation } from '../../utils/domain/annotation.ts';
import { COLORS, STYLES } from '../../utils/domain/color.ts';
import type { LibraryPart } from '../../utils/domain/library-part.ts';
import { sha256Hex } from '../../utils/domain/sha256.ts';
import { at, uuid } from './build.ts';

const awkward = fc.oneof(
	fc.string({ unit: 'grapheme', maxLength: 20 }),
	fc.constantFrom('\ud800', '𠮷野', '</script>', '\0', '"\n\r\u2028', '=1+1', '__proto__'),
);
const instant = fc.integer({ min: 0, max: 1_000_000 }).map(at);
const tags = fc.uniqueArray(fc.constantFrom('人权', 'press freedom', 't', 'é'), { maxLength: 3 });

const annotation = fc.record({
	color: fc.constantFrom(...COLORS),
	style: fc.constantFrom(...STYLES),
	note: awkward,
	tags,
	exact: awkward.map((words) => `x${words}`),
	prefix: awkward,
	suffix: awkward,
	start: fc.nat(1000),
	created: instant,
	later: fc.nat(1000),
	deleted: fc.option(instant, { nil: undefined }),
});

const article = fc.record({
	title: awkward.map((title) => `t${title.trim()}`),
	section: fc.option(awkward.filter(Boolean), { nil: undefined }),
	byline: fc.option(awkward.filter(Boolean), { nil: undefined }),
	note: fc.option(awkward.filter(Boolean), { nil: undefined }),
	published: fc.option(instant, { nil: undefined }),
	hasUrl: fc.boolean(),
	dir: fc.constantFrom('ltr', 'rtl'),
	deleted: fc.option(instant, { nil: undefined }),
	text: awkward.map((text) => `text ${text}`.toWellFormed()),
	html: fc.option(awkward, { nil: undefined }),
	annotations: fc.array(annotation, { maxLength: 4 }),
});

/** Leaves members out that are not there, as rows do. */
function present<T extends object>(members: T): T {
	return Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined)) as T;
}

/** A library of articles that share nothing. */
export const libraryArbitrary = (most = 4): fc.Arbitrary<LibraryPart[]> =>
	fc.array(article, { maxLength: most }).map((articles) =>
		articles.map(({ annotations, text, html, note, hasUrl, deleted, ...facts }, n): LibraryPart => {
			const id = uuid(0x1000 + n);
			const url = hasUrl ? `https://www.rfi.fr/fr/article-${n}` : undefined;
			const fingerprint = sha256Hex(new TextEncoder().encode(text));
			const rows = annotations.map(({ exact, prefix, suffix, start, later, created, ...rest }, m): Annotation => {
				const modified = new Date(Date.parse(created) + later).toISOString();
				return present({
					...rest,
					// An article in the trash has nothing that stands.
					deleted: rest.deleted ?? deleted,
					id: uuid(0x100_000 + 100 * n + m),
					articleId: id,
					version: fingerprint,
					created,
					modified,
					selectors: {
						quote: { type: 'TextQuoteSelector', exact, prefix, suffix },
						position: { type: 'TextPositionSelector', start, end: start + exact.length },
					},
				}) as Annotation;
			});
			const annotated = rows
				.map(({ modified }) => modified)
				.sort()
				.at(-1);
			return {
				article: present({
					...facts,
					...{ id, url, edition: url && 'fr', lang: url && 'fr', note, deleted, annotated },
					keys: [...(url ? [`url:${url}`] : []), `text:${n}`],
					addresses: [url ?? `file:///${n}`],
					added: at(n),
					asOf: at(n),
				}) as LibraryPart['article'],
				versions: [present({ articleId: id, fingerprint, captured: at(n), address: 'https://x.y', text, html })],
				annotations: rows,
				acts: [],
			} as LibraryPart;
		}),
	);
