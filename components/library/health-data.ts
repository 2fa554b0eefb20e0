import type { Instant } from '../../utils/domain/annotation.ts';
import type { IntegrityReport } from '../../utils/domain/integrity.ts';
import type { IndexState } from '../../utils/domain/search.ts';

/** What the browser tells of the room that En marge takes. */
export interface StorageState {
	/** In bytes; absent where the browser does not tell. */
	readonly used?: number | undefined;
	readonly granted?: number | undefined;
	/** Whether the browser never clears it by itself. */
	readonly isKept: boolean;
	/** Whether the browser was asked to keep it, and did not agree. */
	readonly isRefused: boolean;
}

/** How far the looking for what does not fit has come. */
export type CheckState =
	| { readonly kind: 'none' | 'repairing' }
	/** So much of the whole has been looked at, from 0 to 1. */
	| { readonly kind: 'checking'; readonly share: number }
	| { readonly kind: 'checked'; readonly report: IntegrityReport }
	/** The report is of what is left. */
	| { readonly kind: 'repaired'; readonly repaired: number; readonly report: IntegrityReport };

/** What became of what was annotated. */
export interface Changes {
	/** Articles whose text is another than when they were annotated. */
	readonly articles: number;
	/** Passages whose words changed. */
	readonly passages: number;
	/** Passages that are no longer in their article. */
	readonly orphans: number;
}

/** Members that are not known yet are undefined. */
export interface HealthState {
	readonly storage: StorageState | undefined;
	/** `never` where no backup was made. */
	readonly lastBackup: Instant | 'never' | undefined;
	readonly changes: Changes | undefined;
	readonly index: IndexState | undefined;
	readonly check: CheckState;
	/** For the report of a fault: facts without any words of the reader's. */
	readonly diagnostics: string;
}

export interface HealthActions {
	readonly keepStorage: () => void;
	readonly rebuildIndex: () => void;
	readonly check: () => void;
	readonly repair: () => void;
	/** Rejects where the browser refuses. */
	readonly copy: (text: string) => Promise<void>;
}
