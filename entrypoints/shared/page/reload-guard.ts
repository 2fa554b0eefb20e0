import { browser } from 'wxt/browser';
import type { FaultCode } from '../../../utils/domain/fault.ts';

/** Whether this script still belongs to a running extension: not after it was reloaded, updated or removed. */
export function isConnected(): boolean {
	try {
		return browser.runtime?.id !== undefined;
	} catch {
		return false;
	}
}

export function explainSilence(): FaultCode {
	return isConnected() ? 'unreachable' : 'disconnected';
}
