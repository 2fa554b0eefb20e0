import { h } from 'preact';
import { expect, test, vi } from 'vitest';
import { PassageEntry } from '../../components/library/passage-entry.tsx';
import type { Annotation } from '../../utils/domain/annotation.ts';
import type { Article } from '../../utils/domain/article.ts';
import { shown } from './shown.ts';

test('of a thousand tags of a passage the first are shown, and how many more there are', () => {
	const tags = Array.from({ length: 1020 }, (_, n) => `tag ${n}`);
	const selectors = { quote: { exact: 'words' } };
	const annotation = { color: 'blue', note: '', tags, selectors, created: '2026-11-22T10:00:00.000Z' };
	const { root } = shown(
		h(PassageEntry, {
			row: { tabIndex: 0, 'data-row': 'a' } as never,
			...{ heading: undefined, isSelected: false, toggle: vi.fn(), copy: vi.fn(), hit: undefined },
			listed: {
				annotation: annotation as unknown as Annotation,
				article: { title: 'T', dir: 'ltr' } as Article,
				href: 'reader.html',
			},
		}),
	);
	const told = [...root.querySelectorAll('.tag')].map(({ textContent }) => textContent);
	expect(told).toEqual([...tags.slice(0, 20), '+1,000']);
});
