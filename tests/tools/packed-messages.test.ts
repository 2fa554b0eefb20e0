import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { packedMessages } from './packed-messages.ts';

test('what translators need is not packed, and what is put in has its number', () => {
	const filled = {
		message: '$NAME$: $REASON$, $NAME$, at $5',
		description: 'told',
		placeholders: { name: { content: '$1' }, reason: { content: '$2' } },
	};
	expect(packedMessages({ plain: { message: 'Settings' }, filled })).toEqual({
		plain: { message: 'Settings' },
		filled: { message: '$1: $2, $1, at $5' },
	});
});

test('no message of any language has a name left in it', () => {
	const folder = new URL('../../public/_locales/', import.meta.url);
	for (const language of readdirSync(folder)) {
		const written = JSON.parse(readFileSync(new URL(`${language}/messages.json`, folder), 'utf8'));
		for (const { message } of Object.values(packedMessages(written))) expect(message).not.toMatch(/\$\w+\$/);
	}
});
