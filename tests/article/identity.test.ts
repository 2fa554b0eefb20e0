import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { archiveFacts } from '../../utils/article/archive-facts.ts';
import { parseArchive } from '../../utils/article/archive-form.ts';
import { extractArticle } from '../../utils/article/extract.ts';
import { fingerprint, identityKeys, pageKeys } from '../../utils/article/identity.ts';
import { recognise } from '../../utils/article/recognise.ts';
import { sha256 } from '../../utils/article/sha256.ts';
import { createSha256, sha256Hex, toHex } from '../../utils/domain/sha256.ts';
import { type ArchiveFileOptions, archiveText } from '../fixtures/article/archive-file.ts';
import { STORIES } from '../fixtures/article/stories.ts';
import { shownAsPage, shownAsText } from './as-shown.ts';
import { corpusFiles, hasCorpus } from './corpus.ts';

const LONG = '在户外读书。'.repeat(30);

async function keysOf(source: string, asPage = false): Promise<string[]> {
	const { document, window } = asPage ? shownAsPage(source) : shownAsText(source);
	const { text, ...facts } = extractArticle(document, document.URL, recognise(document, document.URL), window);
	return identityKeys(facts, text);
}

const file = (options: ArchiveFileOptions) => archiveText({ edition: 'cn', body: `<p>${LONG}</p>`, ...options });

describe('identity keys', () => {
	it('tell address, text and head of an article', async () => {
		const keys = await identityKeys(
			{
				title: '“A”  Title',
				url: 'https://www.rfi.fr/cn/x',
				edition: 'cn',
				lang: 'zh-Hans',
				published: '2023-09-18T14:36:00.000Z',
			},
			`“A” Title\n${LONG}`,
		);
		const body = createHash('sha256').update(LONG.replaceAll('。', '')).digest('hex');
		expect(keys).toEqual(['url:https://www.rfi.fr/cn/x', `text:${body}`, 'head:cn|2023-09-18T14:36Z|atitle']);
	});

	it('tie a copy without address to one with it, by its text and by its head', async () => {
		const [withUrl, without] = await Promise.all([keysOf(file({})), keysOf(file({ frontMatter: 'without-url' }))]);
		expect(without).toHaveLength(2);
		for (const key of without) expect(withUrl).toContain(key);
		const edited = await keysOf(file({ frontMatter: 'without-url', body: `<p>${LONG}再补充一句。</p>` }));
		expect(edited.filter((key) => withUrl.includes(key))).toEqual([expect.stringMatching(/^head:/)]);
	});

	it('do not change with white space, punctuation and markup', async () => {
		const folded = await keysOf(
			file({ body: `<div><p>${LONG.replaceAll('。', ' .')}</p><p>\u00a0</p></div>`, hasFooter: true }),
			true,
		);
		expect(folded).toEqual(await keysOf(file({})));
	});

	it('are of letters, marks and digits in their normal form, whatever signs stand between them', async () => {
		const pieces = fc.constantFrom(
			'花园',
			'，',
			'。',
			'《',
			'“',
			' ',
			'\u3000',
			'Ab',
			'１',
			'7',
			'é',
			'℡',
			'\u0301',
			'\uf900',
			'\n',
			'İ',
			'-',
		);
		await fc.assert(
			fc.asyncProperty(fc.array(pieces, { minLength: 1, maxLength: 40 }), async (some) => {
				const text = LONG + some.join('');
				const letters = text
					.normalize('NFKC')
					.toLowerCase()
					.replace(/[^\p{L}\p{M}\p{N}]/gu, '');
				const hash = createHash('sha256').update(letters).digest('hex');
				expect(await identityKeys({ title: '' }, text)).toEqual([`text:${hash}`]);
			}),
		);
	});

	it('of a page that is no article are its address, whatever article it pretends to be; of a file its text', async () => {
		const pretended = {
			title: 'A title',
			url: 'https://example.org/copied',
			edition: 'cn',
			lang: 'zh-Hans',
			published: '2023-09-18T14:36:00.000Z',
		};
		expect(await pageKeys(pretended, LONG)).toEqual(['url:https://example.org/copied']);
		const { url, ...file } = pretended;
		expect(await pageKeys(file, LONG)).toEqual([expect.stringMatching(/^text:/)]);
	});

	it('give no text key to a text that many articles may share', async () => {
		const facts = { title: 'Journal', url: 'https://www.rfi.fr/fr/podcasts/journal/20251130-7h' };
		expect(await identityKeys(facts, 'Journal\nÉcoutez le journal de sept heures.')).toEqual([`url:${facts.url}`]);
	});

	it('are never none', async () => {
		expect(await identityKeys({ title: '' }, '')).toEqual([expect.stringMatching(/^text:[0-9a-f]{64}$/)]);
		expect(await identityKeys({ title: 'x' }, 'x\ny')).toHaveLength(1);
	});

	it.skipIf(!hasCorpus)('are another’s for no two articles of the corpus', async () => {
		const owners = new Map<string, readonly string[]>();
		for (const { text } of [...corpusFiles('seed'), ...corpusFiles('archive')]) {
			const copy = parseArchive(text);
			if (copy.kind === 'not-archive') throw new Error(copy.reason);
			const keys = await identityKeys(archiveFacts(copy), copy.html);
			for (const key of keys) {
				// The corpus holds one article twice.
				expect((owners.get(key) ?? keys)[0]).toBe(keys[0]);
				owners.set(key, keys);
			}
		}
	});
});

describe('SHA-256', () => {
	it('is the standard’s, with the browser’s help and without', async () => {
		for (const story of STORIES) {
			const bytes = new TextEncoder().encode(JSON.stringify(story));
			const expected = createHash('sha256').update(bytes).digest('hex');
			expect(await sha256(bytes)).toBe(expected);
			expect(sha256Hex(bytes)).toBe(expected);
		}
		fc.assert(
			fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
				expect(sha256Hex(bytes)).toBe(createHash('sha256').update(bytes).digest('hex'));
			}),
		);
		fc.assert(
			fc.property(fc.array(fc.uint8Array({ maxLength: 150 })), (pieces) => {
				const sha256 = createSha256();
				for (const piece of pieces) sha256.update(piece);
				expect(toHex(sha256.digest())).toBe(createHash('sha256').update(Buffer.concat(pieces)).digest('hex'));
			}),
		);
	});

	it('is there on insecure pages too', async () => {
		vi.stubGlobal('crypto', {});
		try {
			expect(await fingerprint('中')).toBe(createHash('sha256').update('中').digest('hex'));
		} finally {
			vi.unstubAllGlobals();
		}
	});
});
