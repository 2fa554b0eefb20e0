/** Letters that only one of RFI's languages writes. Chinese is told apart by its commonest characters. */
const SIGNS: readonly [string, RegExp][] = [
	['zh-Hans', /[国们这对时会说为来个发后经现马罗尔个图达进场钟开两无问关门东车长]/g],
	['zh-Hant', /[國們這對時會說為來個發後經現馬羅爾個圖達進場鐘開兩無問關門東車長]/g],
	['fa', /[پچژگکی]/g],
	['km', /[\u1780-\u17d3]/g],
	['uk', /[іїєґ]/g],
	['ru', /[ыэёъ]/g],
	['vi', /[ạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹơư]/g],
];

/** The language of a text whose script or letters tell it; undefined for the rest, and where too little is written to be sure. */
export function languageOfScript(text: string): string | undefined {
	const sample = text.slice(0, 8000);
	const [best, next] = SIGNS.map(([lang, sign]) => ({ lang, count: sample.match(sign)?.length ?? 0 })).sort(
		(a, b) => b.count - a.count,
	);
	return best && next && best.count >= 5 && best.count > 3 * next.count ? best.lang : undefined;
}
