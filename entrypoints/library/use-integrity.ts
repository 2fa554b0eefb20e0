import { useState } from 'preact/hooks';
import type { CheckState } from '../../components/library/health-data.ts';
import { Fault } from '../../utils/domain/fault.ts';
import type { IntegrityReport } from '../../utils/domain/integrity.ts';
import type { ViewContext } from './view-context.ts';

/** The looking for what does not fit together, and the repair of it. */
export interface Integrity {
	readonly check: CheckState;
	readonly begin: () => void;
	readonly repair: () => void;
}

export function useIntegrity({ store, fail }: Pick<ViewContext, 'store' | 'fail'>): Integrity {
	const [check, setCheck] = useState<CheckState>({ kind: 'none' });

	/** What cannot be read or written leaves everything as it was, and is told. */
	async function doing(begun: CheckState, work: () => Promise<CheckState>): Promise<void> {
		setCheck(begun);
		try {
			setCheck(await work());
			fail(undefined);
		} catch (error) {
			setCheck(check);
			if (!(error instanceof Fault)) throw error;
			fail(error.code);
		}
	}

	return {
		check,
		begin: () =>
			void doing({ kind: 'checking', share: 0 }, async () => ({
				kind: 'checked',
				report: await store.checkIntegrity((done, total) =>
					setCheck({ kind: 'checking', share: done / Math.max(1, total) }),
				),
			})),
		repair: () =>
			void doing({ kind: 'repairing' }, async () => {
				const before = 'report' in check ? flawsIn(check.report) : 0;
				const report = await store.repair();
				return { kind: 'repaired', repaired: Math.max(0, before - flawsIn(report)), report };
			}),
	};
}

const flawsIn = ({ flaws }: IntegrityReport): number => flaws.reduce((sum, { count }) => sum + count, 0);
