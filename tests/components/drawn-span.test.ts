import { h } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { act } from 'preact/test-utils';
import { expect, test } from 'vitest';
import { useDrawnSpan } from '../../components/list/use-drawn-span.ts';
import { shown } from './shown.ts';

/** The next frames, for which somebody waits. */
const waiting: (() => void)[] = [];
globalThis.requestAnimationFrame = (callback) => waiting.push(() => callback(0));

function frame(): void {
	act(() => {
		for (const callback of waiting.splice(0)) callback();
	});
}

test('a list whose drawings move what is seen to and fro waits for the next frame, and ends once they do not', () => {
	let drawn = 0;
	/** As long as rows have other heights than is known: each of two stretches, once drawn, shows the other. */
	let isMeasured = false;
	function List() {
		const list = useRef<HTMLDivElement>(null);
		const { span, keepUpOnceDrawn } = useDrawnSpan(list, 100_000);
		useLayoutEffect(() => {
			if (drawn++ > 500) throw new Error('drawn without end');
			list.current!.getBoundingClientRect = () =>
				({ top: isMeasured || span.from > 8000 ? -5000 : -9000 }) as unknown as DOMRect;
			keepUpOnceDrawn(0);
		});
		return h('div', { ref: list }, `${span.from} to ${span.to}`);
	}
	const { root } = shown(h(List, {}));
	for (let n = 1; n < 10; n++) {
		expect(drawn).toBeLessThan(8 * n);
		expect(waiting).toHaveLength(1);
		frame();
	}
	isMeasured = true;
	frame();
	frame();
	expect(waiting).toHaveLength(0);
	expect(root.textContent).toBe(`4200 to ${5000 + window.innerHeight + 800}`);
});
