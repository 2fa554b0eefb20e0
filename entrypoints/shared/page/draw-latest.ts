/**
 * Draws states one after the other. What comes while one is being drawn is drawn after it, and only the last of it; so what
 * stands drawn at the end is never older than what was asked for last.
 */
export function drawLatest<State>(draw: (state: State) => void): (state: State) => void {
	let next: { readonly state: State } | undefined;
	let isDrawing = false;
	return (state) => {
		next = { state };
		if (isDrawing) return;
		isDrawing = true;
		try {
			while (next !== undefined) {
				const { state: asked }: { readonly state: State } = next;
				next = undefined;
				draw(asked);
			}
		} finally {
			isDrawing = false;
		}
	};
}
