import type { BlockName, ReadBlocks } from './find-entries.ts';

/** Keeps the blocks that were read last, up to so many bytes. */
export function cacheBlocks(read: ReadBlocks, mostBytes: number): ReadBlocks {
	/** The one used last at the end. */
	const kept = new Map<string, Uint8Array>();
	let bytes = 0;

	function keep(name: string, block: Uint8Array): void {
		if (kept.delete(name)) bytes -= block.length;
		kept.set(name, block);
		bytes += block.length;
		for (const [oldest, { length }] of kept) {
			if (bytes <= mostBytes) break;
			kept.delete(oldest);
			bytes -= length;
		}
	}

	return async (names) => {
		const blocks = new Map<string, Uint8Array>();
		const missing = new Map<string, BlockName>();
		for (const name of names) {
			const known = kept.get(nameOf(name));
			if (known) blocks.set(nameOf(name), known);
			else missing.set(nameOf(name), name);
		}
		const fresh = missing.size === 0 ? [] : await read([...missing.values()]);
		for (const [index, name] of [...missing.keys()].entries()) blocks.set(name, fresh[index]!);
		for (const [name, block] of blocks) keep(name, block);
		return names.map((name) => blocks.get(nameOf(name))!);
	};
}

const nameOf = ({ segment, block }: BlockName) => `${segment}/${block}`;
