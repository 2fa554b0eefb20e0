import type { Result } from '../../utils/domain/fault.ts';
import type { IntegrityReport } from '../../utils/domain/integrity.ts';
import { differences, isSame, type Rows } from './rows.ts';

/** One fault, and what came of the act it befell. */
export interface Injected {
	readonly layer: string;
	readonly act: string;
	readonly fault: string;
	/** What the reader was told; undefined where the reader's page was gone. */
	readonly told: 'stored' | 'not stored' | undefined;
	readonly left: 'all' | 'nothing';
	/** What must not be: empty where nothing was lost. */
	readonly lost: readonly string[];
}

interface Evidence {
	readonly before: Rows;
	/** What the act leaves where nothing befalls it. */
	readonly whole: Rows;
	readonly found: Rows;
	readonly told: Result<unknown> | undefined;
	readonly integrity: IntegrityReport;
}

/** Whether what lies there after a fault may be there: the whole act or nothing of it, and all of it where that was told. */
export function judge({ before, whole, found, told, integrity }: Evidence): Pick<Injected, 'told' | 'left' | 'lost'> {
	const isWhole = isSame(found, whole);
	const isAbsent = isSame(found, before);
	const lost: string[] = [];
	if (!isWhole && !isAbsent) lost.push('a part of the act is there', ...differences(whole, found));
	else if (told?.ok && !isWhole) lost.push('told to be stored, and is not there', ...differences(whole, found));
	if (integrity.flaws.length > 0) lost.push(`not sound: ${JSON.stringify(integrity.flaws)}`);
	return {
		told: told === undefined ? undefined : told.ok ? 'stored' : 'not stored',
		left: isWhole ? 'all' : 'nothing',
		lost,
	};
}
