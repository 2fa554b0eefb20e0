import { useLayoutEffect } from 'preact/hooks';
import { useTranslation } from '../translation.ts';
import type { Direction } from './panel-state.ts';

const TYPED_IN = 'input:not([type="checkbox"], [type="radio"]), textarea';

/** Takes acts back and does them again, by button and by the keys that everybody knows. */
export function StepButtons({ step }: { readonly step: (direction: Direction) => void }) {
	const { translate } = useTranslation();
	useLayoutEffect(() => {
		const press = (event: KeyboardEvent): void => {
			const direction = directionOf(event);
			// What is typed is the field's own to take back.
			if (direction === undefined || (event.target as HTMLElement).closest?.(TYPED_IN)) return;
			event.preventDefault();
			step(direction);
		};
		document.addEventListener('keydown', press);
		return () => document.removeEventListener('keydown', press);
	}, [step]);
	return (
		<span class="steps">
			{(['undo', 'redo'] as const).map((direction) => (
				<button
					key={direction}
					type="button"
					class={`plain icon ${direction}`}
					aria-label={translate(direction)}
					title={translate(direction)}
					aria-keyshortcuts={direction === 'undo' ? 'Control+Z Meta+Z' : 'Control+Shift+Z Meta+Shift+Z'}
					onClick={() => step(direction)}
				>
					<svg viewBox="0 0 20 20" width="18" height="18" aria-hidden="true">
						<path d="M7 4 3.5 7.5 7 11M4 7.5h7.5a4.5 4.5 0 0 1 0 9H8" />
					</svg>
				</button>
			))}
		</span>
	);
}

function directionOf({ key, ctrlKey, metaKey, altKey, shiftKey, code }: KeyboardEvent): Direction | undefined {
	if (!(ctrlKey || metaKey) || altKey) return undefined;
	// By its place on keyboards that write another script.
	const isZ = key.toLowerCase() === 'z' || (!/^[a-z]$/i.test(key) && code === 'KeyZ');
	if (isZ) return shiftKey ? 'redo' : 'undo';
	return ctrlKey && key.toLowerCase() === 'y' ? 'redo' : undefined;
}
