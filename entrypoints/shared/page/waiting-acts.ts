import type { InterfaceHolder } from './interface-holder.ts';

/**
 * Tells the reader how many acts wait for the store, none any more with 0. While some wait, the browser asks before the page
 * is left: with it they would be gone.
 */
export function createWaitingActs(window: Window, ui: InterfaceHolder): (count: number) => void {
	const ask = (event: Event): void => event.preventDefault();
	return (count) => {
		const { notice } = ui.state;
		const isOurs = notice?.kind === 'waiting';
		if (count === 0) {
			window.removeEventListener('beforeunload', ask);
			if (isOurs) ui.update({ notice: undefined });
			return;
		}
		window.addEventListener('beforeunload', ask);
		// A complaint says more, and its words are not covered.
		if (notice?.kind !== 'fault') ui.update({ notice: { kind: 'waiting', count } });
	};
}
