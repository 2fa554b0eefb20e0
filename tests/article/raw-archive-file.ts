/**
 * A second, simple reading of a file in the archive form, by regular expressions on its raw text: what the tests hold
 * En marge's own reading against. It knows the corpus' quirks by heart and nothing of En marge's code.
 */
export interface RawArchiveFile {
	/** With suffixes. */
	readonly heading: string;
	/** As written. */
	readonly url: string | undefined;
	readonly publishedMs: number;
	readonly capturedMs: number;
	readonly leadImage: string | undefined;
	/** Text of every paragraph, heading, list item and caption, in order. */
	readonly blocks: readonly string[];
}

export function readRawArchiveFile(raw: string): RawArchiveFile {
	const link = /^\[(.*)\]\((https?:[^\n]*)\)$/m.exec(raw);
	const title = /^title: "?(.*?)"?$/m.exec(raw)?.[1];
	const [, day, month, year, hour, minute] = /<div>(\d\d)\/(\d\d)\/(\d{4}) - (\d\d):(\d\d)<\/div>/.exec(raw)!;
	const epoch = /<!--(\d{13})-->/.exec(raw)?.[1];
	const posted = /^date: (\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d)\.0+ \+08:00$/m.exec(raw);
	const afterDate = raw.slice(raw.indexOf('</div>', raw.search(/<div>\d\d\//)) + 6);
	const lead = /^<img src="([^"]*)">/.exec(afterDate)?.[1];
	return {
		heading: text(link?.[1] ?? title ?? ''),
		url: link?.[2],
		publishedMs: parisMs(`${year}-${month}-${day}T${hour}:${minute}:00`),
		capturedMs: epoch ? Number(epoch) : Date.parse(`${posted![1]}T${posted![2]}+08:00`),
		leadImage: lead && !lead.includes('RFI_FB.png') ? lead : undefined,
		blocks: blocksOf(afterDate),
	};
}

function blocksOf(html: string): string[] {
	const kept = html
		.replace(/<template[\s\S]*?<\/template>/g, '')
		.replace(/<script[\s\S]*?<\/script>/g, '')
		.replace(/<\/p>\s*(<p>\u00a0?<\/p>|<p>[\s\u00a0]*<\/p>)?\s*<\/li>/g, '</li>');
	return [...kept.matchAll(/<(p|h2|h3|li|figcaption)\b[^>]*>([\s\S]*?)<\/\1>/g)]
		.filter(([whole]) => !whole.includes('show-infos__metadata'))
		.flatMap(([, , inner = '']) => inner.split(/<br\s*\/?>/))
		.map(text)
		.filter((block) => block !== '');
}

function text(html: string): string {
	return html
		.replace(/<[^>]*>/g, '')
		.replaceAll('&quot;', '"')
		.replaceAll('&lt;', '<')
		.replaceAll('&gt;', '>')
		.replaceAll('&#160;', '\u00a0')
		.replaceAll('&nbsp;', '\u00a0')
		.replaceAll('&amp;', '&')
		.replace(/[ \t\n]+/g, ' ')
		.trim();
}

/** The moment whose clock time in Paris is `local`, found by asking the calendar of the system. */
function parisMs(local: string): number {
	const guess = Date.parse(`${local}Z`);
	const clock = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Paris', dateStyle: 'short', timeStyle: 'medium' });
	for (const hours of [2, 1]) {
		const ms = guess - hours * 3_600_000;
		if (clock.format(ms).replace(' ', 'T') === local) return ms;
	}
	throw new Error(`no such time in Paris: ${local}`);
}
