import { expect, it } from 'vitest';
import { decodeArticleFile } from '../../utils/article/decode.ts';
import { archiveText } from '../fixtures/article/archive-file.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);
const text = archiveText({ edition: 'cn' });

function utf16(content: string, littleEndian: boolean): Uint8Array {
	const bytes = new DataView(new ArrayBuffer(content.length * 2));
	for (let i = 0; i < content.length; i++) bytes.setUint16(2 * i, content.charCodeAt(i), littleEndian);
	return new Uint8Array(bytes.buffer);
}

/** GBK bytes of a few characters, from the standard's table. */
const GBK: Readonly<Record<string, readonly [number, number]>> = {
	中: [0xd6, 0xd0],
	国: [0xb9, 0xfa],
	法: [0xb7, 0xa8],
	广: [0xb9, 0xe3],
};
const gbk = (content: string) =>
	Uint8Array.from([...content].flatMap((character) => GBK[character] ?? [character.charCodeAt(0)]));

it('UTF-8 is read with and without its mark, and Windows line ends become plain ones', () => {
	expect(decodeArticleFile(utf8(text))).toEqual({ text, encoding: 'utf-8' });
	expect(decodeArticleFile(utf8(`\uFEFF${text.replaceAll('\n', '\r\n')}`))).toEqual({ text, encoding: 'utf-8' });
});

it('UTF-16 is read by its mark, and by its zero bytes', () => {
	for (const littleEndian of [true, false]) {
		const encoding = littleEndian ? 'utf-16le' : 'utf-16be';
		expect(decodeArticleFile(utf16(`\uFEFF${text}`, littleEndian))).toEqual({ text, encoding });
		expect(decodeArticleFile(utf16(text, littleEndian))).toEqual({ text, encoding });
	}
});

it('GBK bytes are read as the Chinese they are', () => {
	expect(decodeArticleFile(gbk('<p>中国 法广 2020</p>'))).toEqual({
		text: '<p>中国 法广 2020</p>',
		encoding: 'gb18030',
	});
});

it('Latin bytes are read as Windows-1252', () => {
	expect(decodeArticleFile(Uint8Array.from([0x65, 0xe9, 0x20, 0xe0, 0x0a]))).toEqual({
		text: 'eé à\n',
		encoding: 'windows-1252',
	});
});

it('UTF-8 cut in the middle of a character, or with one spoilt byte, is still UTF-8', () => {
	const bytes = utf8(text.trimEnd().replace(/<\/div>$/, '园'));
	expect(decodeArticleFile(bytes.subarray(0, bytes.length - 1))).toMatchObject({ encoding: 'utf-8' });
	const spoilt = utf8(text);
	spoilt[200] = 0xff;
	expect(decodeArticleFile(spoilt)).toMatchObject({ encoding: 'utf-8' });
});

it('what is no text is told apart', () => {
	expect(decodeArticleFile(new Uint8Array())).toEqual({ error: 'empty' });
	expect(decodeArticleFile(utf8(' \n\t\u00a0'))).toEqual({ error: 'empty' });
	expect(
		decodeArticleFile(
			Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d, 0x49, 0x48, 0x44, 0x52]),
		),
	).toEqual({ error: 'binary' });
	expect(decodeArticleFile(Uint8Array.from({ length: 5000 }, (_, i) => (i * 37) % 256))).toEqual({ error: 'binary' });
	expect(decodeArticleFile(utf8(`${'a'.repeat(6000)}\0`))).toEqual({ error: 'binary' });
	expect(decodeArticleFile(utf8('\u0001\u0002\u0003 text'))).toEqual({ error: 'binary' });
	expect(decodeArticleFile(new Uint8Array(65 * 1024 * 1024))).toEqual({ error: 'too-large' });
});

it('20 MB are decoded: a second look at each byte for each byte would not come to an end', () => {
	const chinese = new Uint8Array(20e6).map((_, i) => GBK.中![i % 2]!);
	const inputs = [
		utf8(text.repeat(Math.ceil(20e6 / text.length))).subarray(0, 20e6),
		chinese,
		new Uint8Array(20e6).fill(32),
	];
	expect(() => inputs.map(decodeArticleFile)).not.toThrow();
});
