import { useEffect, useState } from 'preact/hooks';
import { chooseDropped } from './import/choose-dropped.ts';
import { handDropped } from './import/dropped.ts';

/**
 * Files and folders may be dropped on any view of the library.
 * @param dropped leads to the view that takes them
 * @returns whether something is being dragged over the page
 */
export function useDropAnywhere(dropped: () => void): boolean {
	const [isOver, setOver] = useState(false);
	useEffect(() => {
		const ending = new AbortController();
		const { signal } = ending;
		const hasFiles = ({ dataTransfer }: DragEvent): boolean => dataTransfer?.types.includes('Files') === true;
		document.addEventListener(
			'dragover',
			(event) => {
				if (!hasFiles(event)) return;
				// Without this the browser would leave the page and open the file.
				event.preventDefault();
				setOver(true);
			},
			{ signal },
		);
		document.addEventListener(
			'dragleave',
			// Told of every element that is left; nothing is entered only where the window is.
			({ relatedTarget }) => relatedTarget === null && setOver(false),
			{ signal },
		);
		document.addEventListener(
			'drop',
			(event) => {
				if (!hasFiles(event) || event.dataTransfer === null) return;
				event.preventDefault();
				setOver(false);
				const chosen = event.isTrusted ? chooseDropped(event.dataTransfer) : undefined;
				if (chosen === undefined) return;
				handDropped(chosen);
				dropped();
			},
			{ signal },
		);
		return () => ending.abort();
	}, [dropped]);
	return isOver;
}
