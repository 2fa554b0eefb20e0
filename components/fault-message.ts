import type { FaultCode } from '../utils/domain/fault.ts';
import type { MessageKey, Translate } from './translation.ts';

const KEYS: Record<FaultCode, MessageKey> = {
	quota: 'faultQuota',
	'newer-database': 'faultNewerDatabase',
	'storage-blocked': 'faultStorageBlocked',
	'write-failed': 'faultWriteFailed',
	'not-found': 'faultNotFound',
	invalid: 'faultInvalid',
	disconnected: 'faultDisconnected',
	unreachable: 'faultUnreachable',
};

/** What the reader is told of a fault: what happened, what was kept, what to do. */
export function faultMessage(translate: Translate, fault: FaultCode): string {
	return translate(KEYS[fault]);
}
