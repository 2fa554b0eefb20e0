import type { ComponentChildren } from 'preact';

interface ScrolledProps {
	readonly label: string;
	readonly children: ComponentChildren;
}

/** A long list in a place of its own, which keys can scroll as well. */
export function Scrolled({ label, children }: ScrolledProps) {
	return (
		// biome-ignore lint/a11y/useSemanticElements: no set of fields.
		// biome-ignore lint/a11y/noNoninteractiveTabindex: who has only keys scrolls it by the focus.
		<div class="scrolled" role="group" aria-label={label} tabIndex={0}>
			{children}
		</div>
	);
}
