import { h } from 'preact';
import { expect, test, vi } from 'vitest';
import { LibraryNoticeView } from '../../components/library/library-notice.tsx';
import { shown } from './shown.ts';

test.each(['Undo', 'Close'])('whoever presses %s in the notice of an act is where he was before', (name) => {
	const [undo, close] = [vi.fn(), vi.fn()];
	const notice = { kind: 'done', words: 'Two articles moved to the trash.', canUndo: true, batch: 'b' } as const;
	const { control, click } = shown(h('div', {}, h('button', {}, 'Row'), h(LibraryNoticeView, { notice, undo, close })));
	const row = control('Row');
	row.focus();
	control(name).focus();
	click(control(name));
	expect(document.activeElement).toBe(row);
	expect([undo.mock.calls, close.mock.calls]).toEqual(name === 'Undo' ? [[['b']], []] : [[], [[]]]);
});
