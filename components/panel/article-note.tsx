import { useEffect, useRef, useState } from 'preact/hooks';
import { useTranslation } from '../translation.ts';

interface ArticleNoteProps {
	/** As it is stored; undefined while that is not known. */
	readonly note: string | undefined;
	/** Resolves to whether it was kept. */
	readonly write: (note: string) => Promise<boolean>;
}

/** So long after the last keystroke what was typed is kept, in milliseconds; at once where the reader turns elsewhere. */
const PAUSE_MS = 400;

/** The note on the article as a whole. It is kept as it is typed. */
export function ArticleNote({ note, write }: ArticleNoteProps) {
	const { translate } = useTranslation();
	/** What was typed since the store last told what it has. */
	const [typed, setTyped] = useState<{ readonly text: string; readonly isKept: boolean }>();
	const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
	const value = typed?.text ?? note ?? '';

	async function keep(): Promise<void> {
		clearTimeout(timer.current);
		if (typed === undefined || typed.isKept) return;
		const isKept = await write(typed.text);
		if (isKept) setTyped((now) => (now?.text === typed.text ? { ...typed, isKept } : now));
	}
	const latest = useRef(keep);
	latest.current = keep;

	useEffect(() => setTyped((now) => (now?.isKept ? undefined : now)), [note]);
	useEffect(() => {
		const keepNow = (): void => void latest.current();
		window.addEventListener('pagehide', keepNow);
		document.addEventListener('visibilitychange', keepNow);
		return () => {
			window.removeEventListener('pagehide', keepNow);
			document.removeEventListener('visibilitychange', keepNow);
			keepNow();
		};
	}, []);

	return (
		<textarea
			class="article-note"
			dir="auto"
			rows={Math.min(12, value.split('\n').length)}
			aria-label={translate('articleNote')}
			placeholder={translate('articleNote')}
			readOnly={note === undefined}
			value={value}
			onInput={(event) => {
				setTyped({ text: event.currentTarget.value, isKept: false });
				clearTimeout(timer.current);
				timer.current = setTimeout(() => void latest.current(), PAUSE_MS);
			}}
			onBlur={() => void keep()}
		/>
	);
}
