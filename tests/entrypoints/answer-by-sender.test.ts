import { describe, expect, test } from 'vitest';
import { answerBySender, type MessageSender } from '../../entrypoints/shared/answer-by-sender.ts';
import { storeHandlers } from '../../entrypoints/shared/store-handlers.ts';
import { createReceiver } from '../../utils/messaging/channel.ts';
import type { BackgroundCommands } from '../../utils/messaging/protocol.ts';
import type { Store } from '../../utils/storage/store.ts';

const ID = 'en-marge@example';
const OWN = 'chrome-extension://abc/';
const ARTICLE = 'https://www.rfi.fr/fr/monde/20260101-x';
const TAB = { id: 7 };

/** Every command that the background knows: those of the store, and its own. */
const OF_STORE = Object.keys(storeHandlers({} as Store, () => undefined)) as (keyof BackgroundCommands)[];
const OF_TABS = [
	'loadScript',
	'getMessages',
	'openInReader',
	'showChanges',
	'editNoteOutside',
] as const satisfies (keyof BackgroundCommands)[];
const COMMANDS = [...OF_STORE, ...OF_TABS];

/** The door, with rooms behind it that only write down who came in. */
function door() {
	const entered: string[] = [];
	const receiver = <Context>(names: readonly string[], where: string) =>
		createReceiver<Record<string, (request: object) => unknown>, Context>(
			Object.fromEntries(
				names.map((name) => [
					name,
					async (_: object, context: Context) => void entered.push(`${name} ${where} ${context}`),
				]),
			),
			() => undefined,
		);
	const answer = answerBySender(
		{ id: ID, ownPages: OWN },
		receiver<number>(COMMANDS, 'tab'),
		receiver<undefined>(OF_STORE, 'own page'),
	);
	return { answer, letIn: entered };
}

const message = (name: string) => ({ enMarge: 1, name, request: {} });

describe.each(COMMANDS)('the command %s', (name) => {
	test.each<[string, MessageSender]>([
		['another extension', { id: 'other@example', url: 'chrome-extension://other/a.html' }],
		['another extension in a tab', { id: 'other@example', url: ARTICLE, frameId: 0, tab: TAB }],
		['another extension that gives a page of ours for its own', { id: 'other@example', url: `${OWN}popup.html` }],
		['a web page', { url: ARTICLE, frameId: 0, tab: TAB }],
		['a frame within a page', { id: ID, url: ARTICLE, frameId: 3, tab: TAB }],
		['a frame that nothing is known of', { id: ID, url: ARTICLE, tab: TAB }],
		['a page of ours within another page', { id: ID, url: `${OWN}library.html`, frameId: 2, tab: TAB }],
		['a script of ours in no tab', { id: ID, url: ARTICLE, frameId: 0 }],
		['an address that only begins like ours', { id: ID, url: 'chrome-extension://abcd/popup.html' }],
		['nobody', {}],
		['a tab without a number', { id: ID, url: ARTICLE, frameId: 0, tab: {} }],
	])('from %s is not heard', (_, sender) => {
		const { answer, letIn } = door();
		expect(answer(message(name), sender)).toBeUndefined();
		expect(letIn).toEqual([]);
	});

	test('is heard from a script of ours in the top frame of a tab, which is known by its number', async () => {
		const { answer, letIn } = door();
		expect(await answer(message(name), { id: ID, url: ARTICLE, frameId: 0, tab: TAB })).toMatchObject({ ok: true });
		expect(letIn).toEqual([`${name} tab 7`]);
	});

	test('is heard from the popup, which is in no tab, where it concerns no tab', async () => {
		const { answer, letIn } = door();
		const answered = answer(message(name), { id: ID, url: `${OWN}popup.html` });
		if ((OF_TABS as readonly string[]).includes(name)) expect(answered).toBeUndefined();
		else expect(await answered).toMatchObject({ ok: true });
		expect(letIn).toEqual(answered === undefined ? [] : [`${name} own page undefined`]);
	});
});
