/** Letters that only one of RFI's languages writes. Chinese is told apart by its commonest characters. */
const SIGNS: readonly [string, RegExp][] = [
	[
		'zh-Hans',
		/[国们这对时会说为来个发后经现马罗尔图达进场钟开两无问关门东车长书馆园买卖见观网络语话报读写学医术让认识请谁将党总统战争军区县乡级约终继续维线组织结纪红给绝练应产业动员实际务办选举议题决单过还没边从运远连导岁]/g,
	],
	[
		'zh-Hant',
		/[國們這對時會說為來個發後經現馬羅爾圖達進場鐘開兩無問關門東車長書館園買賣見觀網絡語話報讀寫學醫術讓認識請誰將黨總統戰爭軍區縣鄉級約終繼續維線組織結紀紅給絕練應產業動員實際務辦選舉議題決單過還沒邊從運遠連導歲]/g,
	],
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
