/** Moves the focus among the buttons of a toolbar by arrow keys (https://www.w3.org/WAI/ARIA/apg/patterns/toolbar/). */
export function moveFocusByArrow(event: KeyboardEvent): void {
	const toolbar = event.currentTarget as HTMLElement;
	const buttons = [...toolbar.querySelectorAll('button')];
	const focused = buttons.indexOf((toolbar.getRootNode() as ShadowRoot | Document).activeElement as HTMLButtonElement);
	if (focused === -1) return;
	const rtl = getComputedStyle(toolbar).direction === 'rtl';
	const target = {
		ArrowRight: focused + (rtl ? -1 : 1),
		ArrowLeft: focused + (rtl ? 1 : -1),
		Home: 0,
		End: buttons.length - 1,
	}[event.key];
	if (target === undefined) return;
	event.preventDefault();
	buttons.at(target % buttons.length)?.focus();
}
