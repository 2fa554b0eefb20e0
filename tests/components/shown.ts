import { JSDOM } from 'jsdom';
import { type ComponentChild, h, render } from 'preact';
import { act } from 'preact/test-utils';
import { TranslationProvider } from '../../components/translation.ts';
import { formatMessage } from '../../utils/domain/messages.ts';
import { readMessages } from '../locales/read-messages.ts';
import { packedMessages } from '../tools/packed-messages.ts';

/** A view as a reader of a language has it before him, without a browser. */
export interface Shown {
	readonly root: HTMLElement;
	/** Shows another state of it. */
	show(view: ComponentChild): void;
	click(element: Element | null | undefined): void;
	press(element: Element | null | undefined, key: string): void;
	/** The control whose words, or whose name, are these. */
	control(words: string): HTMLElement;
}

export function shown(first: ComponentChild, language = 'en'): Shown {
	const { window } = new JSDOM('<!doctype html><body><main></main>', { pretendToBeVisual: true });
	const { document } = window;
	const { AbortController } = window;
	Object.assign(globalThis, {
		document,
		window,
		AbortController,
		getComputedStyle: window.getComputedStyle.bind(window),
	});
	const root = document.querySelector('main')!;
	const messages = packedMessages(readMessages(language));
	const value = {
		translate: (key: string, ...parts: string[]) => formatMessage(messages, key, parts),
		locale: language.replace('_', '-'),
	};
	const show = (view: ComponentChild): void => {
		act(() => render(h(TranslationProvider, { value }, view), root));
	};
	show(first);
	return {
		root,
		show,
		click: (element) => act(() => (element as HTMLElement).click()),
		press: (element, key) =>
			void act(() => void element?.dispatchEvent(new window.KeyboardEvent('keydown', { key, bubbles: true }))),
		control(words) {
			const controls = [...root.querySelectorAll<HTMLElement>('a, button, input')];
			const found = controls.find((one) => [one.textContent, one.getAttribute('aria-label')].includes(words));
			if (found === undefined) throw new Error(`nothing says "${words}" in ${root.textContent}`);
			return found;
		},
	};
}
