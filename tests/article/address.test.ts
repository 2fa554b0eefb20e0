import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { editionOf, normaliseAddress, readArchivedAddress, readRfiAddress } from '../../utils/article/address.ts';
import { EDITIONS } from '../../utils/article/editions.ts';
import { isOnRfi } from '../../utils/article/on-rfi.ts';
import { storyUrl } from '../fixtures/article/stories.ts';

const ONE = 'https://www.rfi.fr/cn/%E4%B8%AD%E5%9B%BD/20200714-a%EF%BC%8Cb';

describe('one address', () => {
	it.each([
		'https://www.rfi.fr/cn/中国/20200714-a，b',
		'http://www.rfi.fr//cn/%E4%B8%AD%E5%9B%BD/20200714-a%ef%bc%8cb',
		'HTTPS://WWW.RFI.FR/CN/中国/20200714-a，b/',
		'https://rfi.fr/cn/中国/20200714-a，b?GJlXzGgqHj',
		'https://www.rfi.fr/cn/中国/20200714-a，b?utm_source=x&y=1#part',
		'https://user:pass@www.rfi.fr:443/cn/中国/./20200714-a，b',
		'https://amp.rfi.fr/cn/中国/20200714-a，b',
		'http://cn.rfi.fr/中国/20200714-a，b',
		'http://m.cn.rfi.fr/中国/20200714-a，b',
		'http://t.cn.rfi.fr/中国/20200714-a，b',
		'https://web.archive.org/web/20200714120000/http://www.rfi.fr//cn/中国/20200714-a，b',
		'https://web.archive.org/web/20200714120000id_/https://www.rfi.fr/cn/中国/20200714-a，b?x',
		'https://web.archive.org/web/2020*/https://www.rfi.fr/cn/中国/20200714-a，b',
		'https://web.archive.org/web/20200714120000/www.rfi.fr/cn/中国/20200714-a，b',
		'https://archive.ph/2020.07.14-120000/https://www.rfi.fr/cn/中国/20200714-a，b',
		'https://archive.is/newest/https://www.rfi.fr/cn/中国/20200714-a，b',
		'  https://www.rfi.fr/cn/中国/20200714-a，b'.trim(),
	])('has one spelling: %s', (spelling) => {
		expect(normaliseAddress(spelling)).toBe(ONE);
		expect(editionOf(spelling)).toBe('cn');
	});

	it('composes letters, so that two keyboards write the same', () => {
		const composed = 'https://www.rfi.fr/br/américas/20200714-é';
		expect(normaliseAddress(composed.normalize('NFD'))).toBe(normaliseAddress(composed.normalize('NFC')));
	});

	it('keeps what is not UTF-8 as it is', () => {
		expect(normaliseAddress('https://www.rfi.fr/fr/a%e9b%20c/20200714-x')).toBe(
			'https://www.rfi.fr/fr/a%E9b%20c/20200714-x',
		);
	});

	it('leads the former French addresses, which had no edition, to the French edition', () => {
		expect(normaliseAddress('http://www.rfi.fr/afrique/20180425-mali')).toBe(
			'https://www.rfi.fr/fr/afrique/20180425-mali',
		);
		expect(normaliseAddress('http://trad.cn.rfi.fr/國際/20170101-x')).toContain('www.rfi.fr/tw/');
		expect(normaliseAddress('http://www.english.rfi.fr/americas/20120214-x')).toBe(
			'https://www.rfi.fr/en/americas/20120214-x',
		);
	});

	it('is the same for an article of every edition and its former host', () => {
		for (const { path } of EDITIONS) {
			const url = storyUrl(path);
			expect(normaliseAddress(decodeURI(url))).toBe(url);
			expect(
				normaliseAddress(
					url.replace('https://www.rfi.fr/', 'http://').replace(`http://${path}/`, `http://${path}.rfi.fr/`),
				),
			).toBe(url);
			expect(editionOf(url)).toBe(path);
		}
	});
});

describe('other addresses', () => {
	it('keep their query but for what tells where the reader came from', () => {
		expect(normaliseAddress('https://Example.org/a?id=3&utm_source=x&fbclid=y#z')).toBe('https://example.org/a?id=3');
		expect(normaliseAddress('https://example.org/a?utm_source=x')).toBe('https://example.org/a');
		expect(normaliseAddress('http://example.org/a?12345')).toBe('http://example.org/a?12345');
		expect(normaliseAddress('https://web.archive.org/web/2020/http://example.org/a?id=3')).toBe(
			'http://example.org/a?id=3',
		);
	});

	it('of files, of the browser and of nothing have no spelling', () => {
		for (const address of [
			'file:///a.html',
			'about:blank',
			'chrome://extensions',
			'data:text/html,x',
			'',
			'rfi.fr',
			'https://',
			`https://a.org/${'x'.repeat(9000)}`,
		]) {
			expect(normaliseAddress(address)).toBeUndefined();
			expect(editionOf(address)).toBeUndefined();
		}
	});

	it('of sister sites are none of ours', () => {
		for (const host of [
			'francaisfacile.rfi.fr',
			'savoirs.rfi.fr',
			'xrfi.fr',
			'rfi.fr.example.org',
			'www.france24.com',
		]) {
			expect(readRfiAddress(`https://${host}/fr/a/20200714-x`)).toBeUndefined();
		}
	});

	it('tell an article from a list', () => {
		const kindOf = (path: string) => readRfiAddress(`https://www.rfi.fr/${path}`)?.kind;
		for (const path of [
			'',
			'cn/',
			'cn',
			'fr/afrique/',
			'en/tag/mali/',
			'en/tag/mali',
			'cn/关键词/中国/',
			'cn/直播',
			'fr/auteur/rfi/',
			'fr/rss',
			'fr/direct-monde',
		]) {
			expect([path, kindOf(path)]).toEqual([path, 'listing']);
		}
		for (const path of [
			'cn/中国/20200714-x',
			'fr/podcasts/priorité-santé/20200714-x',
			'tw/20180425-x',
			'en/20200714-x/',
		]) {
			expect([path, kindOf(path)]).toEqual([path, 'dated']);
		}
		for (const path of ['ro/românia/un-titlu', 'cn/全球需求增-国际油价陡升'])
			expect([path, kindOf(path)]).toEqual([path, 'undated']);
	});
});

it('an archived address gives its stamp as digits', () => {
	expect(readArchivedAddress('https://archive.ph/2023.09.18-163600/https://www.rfi.fr/cn/x')).toEqual({
		url: 'https://www.rfi.fr/cn/x',
		stamp: '20230918163600',
	});
	expect(readArchivedAddress('https://archive.ph/AbC12')).toEqual({});
	expect(readArchivedAddress('https://www.rfi.fr/cn/x')).toBeUndefined();
});

it('normalising twice is normalising once', () => {
	const part = fc.oneof(
		fc.string({ unit: 'binary', maxLength: 12 }),
		fc.constantFrom('cn', '%', '%E4', '%25e4', '20200714-é', '..', '\\', 'https:'),
	);
	const host = fc.constantFrom(
		'www.rfi.fr',
		'rfi.fr',
		'cn.rfi.fr',
		'm.en.rfi.fr',
		'amp.rfi.fr',
		'example.org',
		'web.archive.org/web/2020/http://rfi.fr',
	);
	fc.assert(
		fc.property(
			host,
			fc.array(part, { maxLength: 5 }),
			fc.constantFrom('', '/', '?x', '?a=b&utm_x=1', '#x'),
			(place, parts, end) => {
				const once = normaliseAddress(`https://${place}/${parts.join('/')}${end}`);
				if (once !== undefined) expect(normaliseAddress(once)).toBe(once);
			},
		),
		{ numRuns: 2000 },
	);
});

describe('an address is on RFI’s site', () => {
	it.each(['https://www.rfi.fr/cn/a', 'http://trad.cn.rfi.fr/b', 'https://musique.rfi.fr/', 'https://RFI.fr'])(
		'%s',
		(url) => expect(isOnRfi(url)).toBe(true),
	);
	it.each([
		'https://example.org/rfi.fr/a',
		'https://notrfi.fr/a',
		'https://rfi.fr.example.org/a',
		'https://rfi.fr@example.org/',
		'file:///rfi.fr/a.html',
		'rfi.fr',
	])('or not: %s', (url) => expect(isOnRfi(url)).toBe(false));
});
