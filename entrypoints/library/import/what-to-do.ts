import type { ImportState } from '../../../utils/domain/import-progress.ts';
import type { Chosen } from './found-file.ts';

/**
 * What is done with files just chosen or dropped.
 * - `wait`: nothing, and that is said: an import runs in this tab, which neither takes in more nor may be left
 * - `open`: the one file is read at once, in the reader
 * - `import`: they are brought in, or an import goes on with them
 */
export type WhatToDo = 'wait' | 'open' | 'import';

export function whatToDo({ running, resuming }: ImportState, { single }: Chosen): WhatToDo {
	if (running !== undefined) return 'wait';
	return single !== undefined && resuming === undefined ? 'open' : 'import';
}
