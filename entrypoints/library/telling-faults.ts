import { Fault } from '../../utils/domain/fault.ts';
import type { ViewContext } from './view-context.ts';

/** Does what is asked for; a fault of it is told, any other error thrown. */
export async function tellingFaults(acts: ViewContext['acts'], act: () => Promise<void>): Promise<void> {
	try {
		await act();
	} catch (error) {
		if (!(error instanceof Fault)) throw error;
		acts.tell({ kind: 'fault', fault: error.code });
	}
}
