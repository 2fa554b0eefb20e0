import { JSDOM } from 'jsdom';
import { type ComponentChild, h, render } from 'preact';
import { useState } from 'preact/hooks';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { FilterBar } from '../../components/panel/filter-bar.tsx';
import { type Choice, type Filters, NO_FILTERS } from '../../components/panel/filters.ts';
import { type Notice, PanelNotice } from '../../components/panel/panel-notice.tsx';
import { KeyField } from '../../components/settings/key-field.tsx';
import { OutcomeNotice } from '../../components/settings/outcome-notice.tsx';
import type { SettingsOutcome } from '../../components/settings/settings-state.ts';

/** Where a pressed button goes, the focus goes to what is nearest. Without words, a button has its key as its name. */
let document: Document;
let container: Element;

beforeAll(() => {
	const { window } = new JSDOM('<!doctype html><body>', { pretendToBeVisual: true });
	document = window.document;
	Object.assign(globalThis, { document });
});

beforeEach(() => {
	container = document.createElement('main');
	container.setAttribute('tabindex', '-1');
	document.body.replaceChildren(container);
});

function show(view: ComponentChild): void {
	render(view, container);
}

const drawn = async (): Promise<void> => await new Promise((resolve) => setTimeout(resolve));

function button(name: string): HTMLElement {
	const found = [...container.querySelectorAll<HTMLElement>('button')].find(
		(each) => (each.getAttribute('aria-label') ?? each.textContent)?.trim().startsWith(name) ?? false,
	);
	if (found === undefined) throw new Error(`no button ${name} in ${container.textContent}`);
	return found;
}

async function press(name: string): Promise<void> {
	button(name).focus();
	button(name).click();
	await drawn();
}

/** What has the focus tells. */
const focused = (): string | null | undefined =>
	document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent;

const tag = (value: string, count = 1, isChosen = false): Choice<string> => ({ value, count, isChosen });

describe('the filters', () => {
	function Bar({ tags }: { readonly tags: readonly Choice<string>[] }) {
		const [filters, change] = useState<Filters>(NO_FILTERS);
		const withNote = { value: true, count: 0, isChosen: filters.withNote } as const;
		return h(FilterBar, { filters, change, choices: { colors: [], states: [], tags, withNote } });
	}

	it('lead on to the first tag that was asked for', async () => {
		const names = Array.from({ length: 15 }, (_, index) => `tag${index}`);
		show(h(Bar, { tags: names.map((name, index) => tag(name, 1, index === 12)) }));
		await press('allTags');
		expect(focused()).toBe('tag13 1');
	});

	it('keep the focus on a chip that nothing is behind any more, and that cannot be chosen', async () => {
		show(h(FilterBar, { filters: NO_FILTERS, change() {}, choices: none({ isChosen: true }) }));
		button('withNote').focus();
		let asked = false;
		show(h(FilterBar, { filters: NO_FILTERS, change: () => (asked = true), choices: none({ isChosen: false }) }));
		await drawn();
		expect(focused()).toBe('withNote 0');
		expect(document.activeElement?.getAttribute('aria-disabled')).toBe('true');
		await press('withNote');
		expect(asked).toBe(false);
	});

	const none = ({ isChosen }: { isChosen: boolean }) => ({
		...{ colors: [], states: [], tags: [] },
		withNote: { value: true, count: 0, isChosen } as const,
	});
});

describe('the settings', () => {
	it('tell what became of a key that was turned off', async () => {
		function Field() {
			const [pressed, set] = useState('h');
			return h(KeyField, { name: 'highlight', color: undefined, pressed, takenFor: () => undefined, set });
		}
		show(h(Field, {}));
		await press('keyTurnOffNamed');
		expect(document.activeElement).toBe(button('keyButton'));
	});

	function Page({ outcome }: { readonly outcome: SettingsOutcome }) {
		const [now, setNow] = useState(outcome);
		const done = (): void => setNow('none');
		return h('div', {}, h('button', {}, 'reset'), h(OutcomeNotice, { outcome: now, undo: done, retry: done }));
	}

	it.each(['reset', 'failed'] as const)('give the focus back when the answer to “%s” is gone', async (outcome) => {
		show(h(Page, { key: outcome, outcome }));
		button('reset').focus();
		await press(outcome === 'reset' ? 'undo' : 'retry');
		expect(document.activeElement).toBe(button('reset'));
	});

	it('give it to the page where nothing had it before', async () => {
		show(h(Page, { key: 'alone', outcome: 'failed' }));
		await press('retry');
		expect(document.activeElement).toBe(container);
	});
});

it('the notice of the panel gives the focus back to where it came from', async () => {
	function Panel() {
		const [notice, setNotice] = useState<Notice | undefined>({ kind: 'deleted' });
		const undo = (): void => setNotice(undefined);
		return h('div', {}, h('button', {}, 'row'), notice && h(PanelNotice, { notice, outcomes: {}, undo }));
	}
	show(h(Panel, {}));
	button('row').focus();
	await press('undo');
	expect(document.activeElement).toBe(button('row'));
});
