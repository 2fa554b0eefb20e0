/** The painter behind the painting contract of the anchoring benchmark. */

import { createHighlightPainter, pageSurface } from '../../utils/painting/highlight-painter.ts';

let painter: ReturnType<typeof createHighlightPainter> | undefined;
let count = 0;

export function paint({ startContainer, startOffset, endContainer, endOffset }: Range): string[] {
	painter ??= createHighlightPainter(pageSurface());
	const id = String(count++);
	const range = new StaticRange({ startContainer, startOffset, endContainer, endOffset });
	painter.paint([{ id, color: 'yellow', style: 'solid', range }]);
	return [id];
}

export function remove(handles: readonly string[]): void {
	painter?.erase(handles);
}
