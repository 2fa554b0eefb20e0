import type { ShortNode } from './format-citation.ts';

/** A style of the Citation Style Language that the reader brought. */
export interface OwnStyle {
	/** What it calls itself, on one line. */
	readonly title: string;
	/** The language it is written for, as `zh-CN`; absent where it is for any. */
	readonly lang?: string;
	readonly style: ShortNode;
}

/** One out of whatever was stored; undefined where that is none. */
export function storedOwnStyle(stored: unknown): OwnStyle | undefined {
	const { title, lang, style } = (stored ?? {}) as Readonly<Record<string, unknown>>;
	const { n } = (style ?? {}) as Readonly<Record<string, unknown>>;
	if (typeof title !== 'string' || n !== 'style') return undefined;
	return { title, style: style as ShortNode, ...(typeof lang === 'string' && { lang }) };
}
