import { describe, expect, test } from 'vitest';
import {
	chooseVersions,
	comparisonAddress,
	readerAddress,
	readReaderAddress,
	versionAddress,
} from '../../entrypoints/shared/reader/reader-address.ts';

const version = (letter: string) => ({ fingerprint: letter.repeat(64) });
const [a, b, c] = [version('a'), version('b'), version('c')];
const shownAt = (address: string, versions = [a, b, c]) =>
	chooseVersions(versions, readReaderAddress(new URL(address, 'https://x/').search).wish);

describe("the reader's address", () => {
	test('names an article, and shows its newest version unless it says otherwise', () => {
		expect(readReaderAddress('?article=id').articleId).toBe('id');
		expect(shownAt('?article=id')).toEqual({ kind: 'version', version: c });
	});

	test('names the passage of an annotation, or none', () => {
		expect(readReaderAddress(new URL(readerAddress('id', 'one'), 'https://x/').search)).toEqual({
			articleId: 'id',
			annotationId: 'one',
			wish: { kind: 'version', version: '' },
		});
		expect(readReaderAddress(new URL(readerAddress('id'), 'https://x/').search)).not.toHaveProperty('annotationId');
	});

	test('names one version', () => {
		expect(shownAt(versionAddress('id', a.fingerprint))).toEqual({ kind: 'version', version: a });
	});

	test('names two versions to compare, the older one first whichever way they are named', () => {
		const comparison = { kind: 'comparison', from: a, to: c };
		expect(shownAt(comparisonAddress('id', a.fingerprint, c.fingerprint))).toEqual(comparison);
		expect(shownAt(comparisonAddress('id', c.fingerprint, a.fingerprint))).toEqual(comparison);
	});

	test('leaves out what is the newest, or the one before', () => {
		expect(shownAt(comparisonAddress('id', a.fingerprint, ''))).toEqual({ kind: 'comparison', from: a, to: c });
		expect(shownAt(comparisonAddress('id', '', b.fingerprint))).toEqual({ kind: 'comparison', from: a, to: b });
		expect(shownAt('?article=id&versions=')).toEqual({ kind: 'comparison', from: b, to: c });
	});

	test('compares a version with itself where there is no other', () => {
		expect(shownAt('?article=id&versions=..', [a])).toEqual({ kind: 'comparison', from: a, to: a });
	});

	test.each(['?article=id&version=dd', '?article=id&versions=dd..aa', '?article=id&versions=aa..dd'])(
		'names a version that is not kept: %s',
		(address) => expect(shownAt(address)).toBeUndefined(),
	);
});
