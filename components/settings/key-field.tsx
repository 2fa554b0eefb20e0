import { useRef, useState } from 'preact/hooks';
import type { Color } from '../../utils/domain/color.ts';
import { latinKey } from '../../utils/domain/latin-key.ts';
import { useTranslation } from '../translation.ts';

interface KeyFieldProps {
	/** What the key does. */
	readonly name: string;
	readonly color: Color | undefined;
	/** The key; empty where it is turned off. */
	readonly pressed: string;
	/** What a key does already, where it does something else. */
	readonly takenFor: (key: string) => string | undefined;
	readonly set: (key: string) => void;
}

const MODIFIERS = new Set(['Shift', 'Control', 'Alt', 'AltGraph', 'Meta', 'CapsLock', 'Fn']);

/** One key: its button waits for another to be pressed. What cannot be a key, or is one already, changes nothing. */
export function KeyField({ name, color, pressed, takenFor, set }: KeyFieldProps) {
	const { translate } = useTranslation();
	const [isWaiting, setWaiting] = useState(false);
	const [complaint, setComplaint] = useState('');
	const button = useRef<HTMLButtonElement>(null);
	const shown = pressed === '' ? translate('keyOff') : pressed.toUpperCase();

	function press(event: KeyboardEvent): void {
		if (!isWaiting || event.isComposing || MODIFIERS.has(event.key)) return;
		if (event.key === 'Tab' || event.ctrlKey || event.altKey || event.metaKey) return setWaiting(false);
		event.preventDefault();
		event.stopPropagation();
		if (event.key === 'Escape') return end('');
		if (event.key === 'Backspace' || event.key === 'Delete') return take('');
		const key = latinKey(event);
		if (key === '') return setComplaint(translate('keyNotUsable'));
		const other = takenFor(key);
		if (other !== undefined) return end(translate('keyTaken', key.toUpperCase(), other));
		take(key);
	}
	function end(words: string): void {
		setWaiting(false);
		setComplaint(words);
	}
	function take(key: string): void {
		end('');
		set(key);
	}

	return (
		<li class="key-row">
			<span class={color}>
				{color && <span class="dot" aria-hidden="true" />}
				{name}
			</span>
			<span class="row">
				<button
					ref={button}
					type="button"
					class={isWaiting ? 'key waiting' : 'key'}
					aria-label={isWaiting ? undefined : translate('keyButton', name, shown)}
					onClick={() => {
						setComplaint('');
						setWaiting(true);
					}}
					onKeyDown={press}
					onBlur={() => setWaiting(false)}
				>
					{isWaiting ? translate('keyPress') : shown}
				</button>
				<button
					type="button"
					class="plain"
					disabled={pressed === ''}
					aria-label={translate('keyTurnOffNamed', name)}
					onClick={() => {
						// This one cannot hold it any more, and that one tells what became of the key.
						button.current?.focus();
						take('');
					}}
				>
					{translate('keyTurnOff')}
				</button>
			</span>
			<span class="complaint" role="alert">
				{complaint}
			</span>
		</li>
	);
}
