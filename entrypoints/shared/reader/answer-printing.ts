import { whenIdle } from '../page/when-idle.ts';
import type { Printed, printCopy } from './print-copy.ts';

/**
 * Gives the browser a copy of the article made for paper whenever it prints. It asks without warning and does not wait,
 * so what makes the copy is fetched while nothing else is to be done. Returns how to print when a reader asks us to.
 */
export function answerPrinting(printed: () => Printed): () => void {
	let makeCopy: typeof printCopy | undefined;
	let copy: HTMLElement | undefined;
	const load = async (): Promise<void> => {
		makeCopy ??= (await import('./print-copy.ts')).printCopy;
	};
	const putAway = (): void => {
		copy?.remove();
		copy = undefined;
	};
	window.addEventListener('beforeprint', () => {
		putAway();
		copy = makeCopy?.(printed());
		if (copy !== undefined) document.body.append(copy);
	});
	window.addEventListener('afterprint', putAway);
	whenIdle(window, () => void load());
	return () => void load().then(() => window.print());
}
