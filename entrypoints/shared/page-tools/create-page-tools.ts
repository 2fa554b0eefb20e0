import { createBoundsControl } from './bounds-control.ts';
import { createPassageCommands } from './passage-commands.ts';
import { createReadingCursor } from './reading-cursor.ts';
import type { PageTools } from './tools.ts';
import type { PageToolsHost } from './tools-host.ts';

export function createPageTools(host: PageToolsHost): PageTools {
	const cursor = createReadingCursor(host);
	return { cursor, bounds: createBoundsControl(host), passages: createPassageCommands(host, cursor) };
}
