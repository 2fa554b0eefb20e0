import { parseUrl } from './address.ts';

/** Whether an address is on RFI's site, whatever stands there. */
export function isOnRfi(address: string): boolean {
	return /^(?:.+\.)?rfi\.fr$/.test(parseUrl(address)?.hostname ?? '');
}
