import { isAbsolute, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { BrowserKind } from '../browser/browser-kind.ts';

export type StartTarget =
	| { readonly kind: 'sample' }
	| { readonly kind: 'file'; readonly path: string }
	| { readonly kind: 'url'; readonly url: string };

export interface StartArguments {
	readonly browser: BrowserKind;
	readonly target: StartTarget;
	/** Asked for as on a machine without a display. */
	readonly headless: boolean;
}

const OPTIONS = ['--chrome', '--firefox', '--headless'];
export const USAGE = 'npm start [-- FILE|URL] [-- --firefox] [-- --headless]';

/**
 * Reads the command line of `npm start`. Throws one line for what it cannot read; does not look whether a file is there.
 * @param folder that a relative path starts from: where the command was typed
 */
export function startArguments(words: readonly string[], folder: string): StartArguments {
	const options = words.filter((word) => word.startsWith('--') && word !== '--');
	const targets = words.filter((word) => !word.startsWith('--'));
	const unknown = options.find((option) => !OPTIONS.includes(option));
	if (unknown !== undefined) throw new Error(`${unknown}: no such option. ${USAGE}`);
	const [named, ...more] = targets;
	if (more.length > 0) throw new Error(`One file or address at a time, not ${targets.join(' ')}. ${USAGE}`);
	return {
		browser: options.includes('--firefox') ? 'firefox' : 'chrome',
		target: named === undefined ? { kind: 'sample' } : readTarget(named, folder),
		headless: options.includes('--headless'),
	};
}

function readTarget(named: string, folder: string): StartTarget {
	if (/^https?:\/\//i.test(named)) {
		if (!URL.canParse(named)) throw new Error(`${named}: no address that a browser could open.`);
		return { kind: 'url', url: named };
	}
	if (/^file:/i.test(named)) return { kind: 'file', path: fileURLToPath(named) };
	return { kind: 'file', path: isAbsolute(named) ? named : resolve(folder, named) };
}
