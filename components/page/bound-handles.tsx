import { useEffect, useRef } from 'preact/hooks';
import { useTranslation } from '../translation.ts';
import type { BoundHandle, Bounds, BoundUnit } from './bounds.ts';

export interface BoundHandlesProps {
	readonly bounds: Bounds;
	/** Of the article. */
	readonly dir: 'ltr' | 'rtl';
	readonly move: (bound: 'start' | 'end', unit: BoundUnit, direction: 1 | -1) => void;
	readonly drag: (bound: 'start' | 'end', x: number, y: number, wholeWords: boolean) => void;
	readonly wholeWords: (bound: 'start' | 'end') => void;
	readonly keep: () => void;
	/** False where there is nothing to take back. */
	readonly cancel: () => boolean;
	readonly close: () => void;
	readonly scrollBy: (top: number) => void;
}

/** The two ends of the passage whose card is open, to be dragged, or moved by keys. */
export function BoundHandles(props: BoundHandlesProps) {
	return (
		<>
			<Handle bound="start" {...props} />
			<Handle bound="end" {...props} />
		</>
	);
}

/** As near to the upper or lower edge the page scrolls while a handle is held, by so much at a time; CSS pixels. */
const EDGE = 48;
const STEP = 14;
const STEP_MS = 30;

function Handle({ bound, ...props }: BoundHandlesProps & { readonly bound: 'start' | 'end' }) {
	const { translate } = useTranslation();
	const { bounds, dir, keep } = props;
	const at: BoundHandle = bounds[bound];
	/** From the pointer to the middle of the line of text that it leads. */
	const grip = useRef<{ dx: number; dy: number; scrolling?: ReturnType<typeof setInterval> } | undefined>(undefined);
	const letGo = (): void => {
		clearInterval(grip.current?.scrolling);
		grip.current = undefined;
	};
	// The handle may go while it is held.
	useEffect(() => letGo, []);

	const drag = (event: PointerEvent): void => {
		const held = grip.current;
		if (held === undefined || !event.isTrusted) return;
		const { clientX, clientY, altKey } = event;
		const page = (event.currentTarget as Element).parentElement;
		const follow = () => {
			// What is looked for lies in the page, under all that is ours.
			page?.classList.add('see-through');
			props.drag(bound, clientX + held.dx, clientY + held.dy, altKey);
			page?.classList.remove('see-through');
		};
		clearInterval(held.scrolling);
		const step = clientY < EDGE ? -STEP : clientY > document.documentElement.clientHeight - EDGE ? STEP : 0;
		if (step !== 0) {
			held.scrolling = setInterval(() => {
				props.scrollBy(step);
				follow();
			}, STEP_MS);
		}
		follow();
	};
	const release = (isKept: boolean): void => {
		if (grip.current === undefined) return;
		letGo();
		if (isKept) keep();
		else props.cancel();
	};

	return (
		<>
			<div class="bound-line" style={{ left: `${at.x}px`, top: `${at.top}px`, height: `${at.bottom - at.top}px` }} />
			<div
				class={`bound ${bound}`}
				role="slider"
				tabIndex={0}
				aria-label={translate(bound === 'start' ? 'boundStart' : 'boundEnd')}
				aria-valuemin={0}
				aria-valuemax={bounds.length}
				aria-valuenow={at.offset}
				aria-valuetext={at.words}
				// Beside the line of text: the words stay free to be clicked.
				style={{ left: `${at.x}px`, top: `${bound === 'start' ? at.top : at.bottom}px` }}
				onPointerDown={(event) => {
					if (!event.isTrusted || event.button !== 0) return;
					event.preventDefault();
					event.currentTarget.focus();
					event.currentTarget.setPointerCapture(event.pointerId);
					grip.current = { dx: at.x - event.clientX, dy: (at.top + at.bottom) / 2 - event.clientY };
				}}
				onPointerMove={drag}
				onPointerUp={() => release(true)}
				onPointerCancel={() => release(false)}
				onDblClick={() => {
					props.wholeWords(bound);
					keep();
				}}
				onFocusOut={() => {
					release(true);
					keep();
				}}
				onKeyDown={(event) => {
					const asked = askedBy(event, dir);
					if (asked !== undefined) props.move(bound, asked.unit, asked.direction);
					else if (event.key === 'Enter') keep();
					else if (event.key === 'Escape') {
						letGo();
						props.cancel() || props.close();
					} else return;
					event.preventDefault();
					event.stopPropagation();
				}}
			/>
		</>
	);
}

type Key = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'altKey' | 'metaKey' | 'shiftKey'>;

/** Left and right by what is seen; up and down by sentence. */
function askedBy(
	{ key, ctrlKey, altKey, metaKey, shiftKey }: Key,
	dir: 'ltr' | 'rtl',
): { unit: BoundUnit; direction: 1 | -1 } | undefined {
	const ahead = dir === 'rtl' ? 'ArrowLeft' : 'ArrowRight';
	switch (key) {
		case 'ArrowUp':
			return { unit: 'sentence', direction: -1 };
		case 'ArrowDown':
			return { unit: 'sentence', direction: 1 };
		case 'ArrowLeft':
		case 'ArrowRight':
			return {
				unit: shiftKey ? 'sentence' : ctrlKey || altKey || metaKey ? 'word' : 'grapheme',
				direction: key === ahead ? 1 : -1,
			};
		default:
			return undefined;
	}
}
