import { expect, test } from 'vitest';
import { formatMessage, type Messages } from '../../utils/domain/messages.ts';

const MESSAGES: Messages = {
	plain: { message: 'Settings' },
	filled: { message: '$1 is no article: $2.' },
};

test('a message is its words, with what is given put in', () => {
	expect(formatMessage(MESSAGES, 'plain', [])).toBe('Settings');
	expect(formatMessage(MESSAGES, 'filled', ['a.txt', 'it is empty'])).toBe('a.txt is no article: it is empty.');
});

test('what is put in is taken as it is, dollars and all', () => {
	expect(formatMessage(MESSAGES, 'filled', ['$2 $1', '$&'])).toBe('$2 $1 is no article: $&.');
});

test('what is not there is the empty string, also where an object has it by birth', () => {
	expect(formatMessage(MESSAGES, 'absent', [])).toBe('');
	expect(formatMessage(MESSAGES, 'toString', [])).toBe('');
	expect(formatMessage(MESSAGES, 'filled', ['a.txt'])).toBe('a.txt is no article: .');
});
