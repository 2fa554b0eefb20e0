import { expect, test } from 'vitest';
import { conditionLabel } from '../../entrypoints/library/condition-label.ts';
import type { ConditionName } from '../../entrypoints/library/query-conditions.ts';
import { formatMessage } from '../../utils/domain/messages.ts';
import { readMessages } from '../locales/read-messages.ts';
import { packedMessages } from '../tools/packed-messages.ts';

const inLanguage = (language: string) => {
	const messages = packedMessages(readMessages(language));
	return (name: ConditionName, value: string) =>
		conditionLabel((key, ...parts) => formatMessage(messages, key, parts), language.replace('_', '-'), name, value);
};

test.each([
	['color', '2', 'Green'],
	['color', 'Green', 'Green'],
	['has', 'note', 'With note'],
	['is', 'orphan', 'orphan'],
	['style', 'underline', 'underline'],
	['tag', 'Press freedom', 'Press freedom'],
	['edition', 'cn', 'Simplified Chinese'],
	['before', '2026-05', '< 2026-05'],
	['after', '2026', '≥ 2026'],
] as const)('%s:%s stands in words: %s', (name, value, label) => {
	expect(inLanguage('en')(name, value)).toBe(label);
});

test('in the reader’s language', () => {
	expect(inLanguage('zh_CN')('has', 'note')).toBe('有笔记');
});

test.each([
	['color', '7'],
	['color', 'mauve'],
	['has', 'wings'],
	['is', 'lost'],
	['before', 'tomorrow'],
] as const)('%s:%s narrows nothing, and is no condition', (name, value) => {
	expect(inLanguage('en')(name, value)).toBeUndefined();
});
