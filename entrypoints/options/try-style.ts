import type { StyleTried } from '../../components/settings/citation-state.ts';
import { trouble } from '../../utils/exchange/read-csl-style.ts';
import { formatterOf } from '../shared/exporting/load-citation-formatter.ts';
import { saveOwnStyle } from '../shared/stored-own-style.ts';
import { exampleInput } from './example-input.ts';
import { readStyleFile } from './read-style-file.ts';

/** Of a reference, in characters: an address may be long. */
const LONGEST = 10_000;

/** The style in a file, once the processor has written a reference in it; or why it is none. */
export async function tryStyle(file: Blob): Promise<StyleTried> {
	const style = await readStyleFile(file);
	if ('kind' in style) return { trouble: style };
	const example = await exampleInput();
	try {
		const format = await formatterOf(style);
		const { text } = format(example);
		if (text === '') return { trouble: trouble('no-bibliography') };
		if (text.length > LONGEST) return { trouble: trouble('too-large') };
		// An article of which little is known takes other ways through the style.
		const { title, dir } = example.article;
		format({ ...example, article: { title, dir } });
		return { title: style.title, reference: text, keep: () => saveOwnStyle(style) };
	} catch (fault) {
		// The processor throws words.
		return { trouble: trouble('refused', String(fault)) };
	}
}
