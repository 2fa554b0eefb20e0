import { expect, it } from 'vitest';
import { createComplaints } from '../../entrypoints/shared/page/complaints.ts';
import type { InterfaceHolder } from '../../entrypoints/shared/page/interface-holder.ts';

function setUp() {
	let state: InterfaceHolder['state'] = { dir: 'ltr' };
	const ui = {
		get state() {
			return state;
		},
		update(change: object) {
			state = { ...state, ...change };
		},
	} as InterfaceHolder;
	const again: string[] = [];
	const complaints = createComplaints(ui, () => {});
	const complain = (text: string, about?: string) => complaints.complain('quota', text, () => again.push(text), about);
	return { ui, complaints, complain, again };
}

it('complaints join: the words of none are covered, and one retry repeats all', () => {
	const { complaints, complain, again } = setUp();
	complain('one');
	complain('two');
	expect(complaints.draftText).toBe('one\n\ntwo');
	complaints.retry();
	expect(again).toEqual(['one', 'two']);
	expect(complaints.draftText).toBe('');
});

it('of words that are typed on while nothing can be stored, the last are told, and tried again', () => {
	const { complaints, complain, again } = setUp();
	complain('another');
	complain('wor', 'a note');
	complain('words', 'a note');
	expect(complaints.draftText).toBe('another\n\nwords');
	complaints.retry();
	expect(again).toEqual(['another', 'words']);
});

it('what has come right is not complained of any more; the rest stands', () => {
	const { ui, complaints, complain } = setUp();
	complain('another');
	complain('words', 'a note');
	complaints.withdraw('a note');
	expect(complaints.draftText).toBe('another');
	complain('words', 'a note');
	complaints.dismiss();
	complaints.withdraw('a note');
	expect(ui.state.notice).toBeUndefined();
});

it('what is said meanwhile does not cover a complaint, nor take away what can be tried again', () => {
	const { ui, complaints, complain, again } = setUp();
	complain('words found nowhere else');
	complaints.notify({ kind: 'copied' });
	complaints.notify(undefined);
	expect(ui.state.notice?.kind).toBe('fault');
	complaints.retry();
	expect(again).toEqual(['words found nowhere else']);
	complaints.notify({ kind: 'copied' });
	expect(ui.state.notice?.kind).toBe('copied');
});
