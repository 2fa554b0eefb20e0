import { useEffect, useRef } from 'preact/hooks';
import { useTranslation } from '../translation.ts';

interface LibrarySearchProps {
	readonly query: string;
	readonly setQuery: (query: string) => void;
}

/** The searchbox: it searches while one types, `/` leads to it from anywhere, Escape empties it, the arrow down leads to what is found. */
export function LibrarySearch({ query, setQuery }: LibrarySearchProps) {
	const { translate } = useTranslation();
	const field = useRef<HTMLInputElement>(null);
	useEffect(() => {
		const press = (event: KeyboardEvent): void => {
			if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
			// Where something is typed it is a stroke like others.
			if ((event.target as HTMLElement).closest?.('input:not([type="checkbox"]), textarea, select')) return;
			event.preventDefault();
			field.current?.focus();
			field.current?.select();
		};
		document.addEventListener('keydown', press);
		return () => document.removeEventListener('keydown', press);
	}, []);
	return (
		<search>
			<input
				ref={field}
				type="search"
				class="library-search"
				dir="auto"
				autocomplete="off"
				spellcheck={false}
				aria-label={translate('search')}
				aria-keyshortcuts="/"
				placeholder={translate('search')}
				value={query}
				onInput={(event) => setQuery(event.currentTarget.value)}
				onKeyDown={(event) => {
					// While a composition lasts keys are the input method's.
					if (event.isComposing) return;
					if (event.key === 'Escape' && query !== '') {
						event.preventDefault();
						setQuery('');
					} else if (event.key === 'ArrowDown') {
						event.preventDefault();
						document.querySelector<HTMLElement>('main [data-row][tabindex="0"]')?.focus();
					}
				}}
			/>
		</search>
	);
}
