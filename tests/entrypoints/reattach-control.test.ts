import { describe, expect, it } from 'vitest';
import type { AnnotationsView } from '../../entrypoints/shared/page/annotations-view.ts';
import type { InterfaceHolder } from '../../entrypoints/shared/page/interface-holder.ts';
import type { PageInterfaceState } from '../../entrypoints/shared/page/page-interface.ts';
import { createReattachControl } from '../../entrypoints/shared/page/reattach-control.ts';
import type { SelectionControl } from '../../entrypoints/shared/page/selection-control.ts';
import type { Selectors } from '../../utils/domain/selector.ts';

const selectorsOf = (exact: string): Selectors => ({
	quote: { type: 'TextQuoteSelector', exact, prefix: '', suffix: '' },
	position: { type: 'TextPositionSelector', start: 0, end: exact.length },
});

function setUp() {
	let state: PageInterfaceState = { dir: 'ltr' };
	const selected = { words: undefined as string | undefined };
	const attached: [string, string][] = [];
	const said: string[] = [];
	const ui = {
		get state() {
			return state;
		},
		update: (change: Partial<PageInterfaceState>) => {
			state = { ...state, ...change };
		},
		announce: ({ kind }: { kind: string }) => said.push(kind),
	} as unknown as InterfaceHolder;
	const view = {
		get: (id: string) => (id === 'a' ? { annotation: { selectors: selectorsOf('les mots perdus') } } : undefined),
	} as unknown as AnnotationsView;
	const selection: SelectionControl = {
		describe: () => (selected.words === undefined ? undefined : selectorsOf(selected.words)),
		refresh: () => {},
		dismiss: () => {},
		clear: () => {
			selected.words = undefined;
		},
	};
	const control = createReattachControl(ui, view, selection, (id, { quote }) => attached.push([id, quote.exact]));
	return { ui, control, selected, attached, said };
}

describe('attaching an annotation anew', () => {
	it('asks for words, and takes those selected then', () => {
		const { ui, control, selected, attached, said } = setUp();
		expect(control.begin('a')).toBe(true);
		expect(said).toEqual(['reattach']);
		expect(ui.state).toMatchObject({ canAttach: true, notice: { kind: 'reattach', words: 'les mots perdus' } });
		selected.words = 'les mots d’à présent';
		expect(control.attach()).toBe(true);
		expect(attached).toEqual([['a', 'les mots d’à présent']]);
		expect(ui.state).toMatchObject({ canAttach: false, notice: undefined });
		expect(control.isWaiting).toBe(false);
	});

	it('waits on while nothing of the article is selected', () => {
		const { control, attached } = setUp();
		control.begin('a');
		expect(control.attach()).toBe(false);
		expect(control.isWaiting).toBe(true);
		expect(attached).toEqual([]);
	});

	it('takes nothing where it was not begun, or was ended', () => {
		const { ui, control, selected, attached } = setUp();
		selected.words = 'des mots';
		expect(control.attach()).toBe(false);
		control.begin('a');
		control.cancel();
		expect(control.attach()).toBe(false);
		expect(attached).toEqual([]);
		expect(ui.state.notice).toBeUndefined();
	});

	it('does not begin for what the page does not have', () => {
		const { ui, control } = setUp();
		expect(control.begin('b')).toBe(false);
		expect(ui.state.notice).toBeUndefined();
	});

	it('leaves another notice alone when it ends', () => {
		const { ui, control } = setUp();
		control.begin('a');
		ui.update({ notice: { kind: 'copied' } });
		control.cancel();
		expect(ui.state.notice).toEqual({ kind: 'copied' });
	});
});
