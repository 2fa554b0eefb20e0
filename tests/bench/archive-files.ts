import { ARCHIVE_EPOCH_MS, archiveText } from '../fixtures/article/archive-file.ts';

/** As long as an article of RFI in Chinese is, in characters. */
const CHARACTERS = 1500;
const PARAGRAPHS = 10;
const WORDS =
	'河流 左岸 花园 园丁 早晨 大门 苹果 书信 邻居 孩子 城市 雨水 春天 道路 桥梁 市场 面包 学校 历史 故事 记者 会议 声明 国家 总统 协议 经济 选举 法国 世界'.split(
		' ',
	);

/** The n-th archive file, of random words, the same each time; all its marks as the bot of 2020 or of 2023 left them. */
export function archiveFileOf(n: number): string {
	let state = (n + 1) * 2654435761;
	const word = (): string => {
		state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
		return WORDS[Math.floor((state / 2 ** 32) ** 2 * WORDS.length)]!;
	};
	const sentence = (): string =>
		`${Array.from({ length: 8 }, word).join('')}，${Array.from({ length: 6 }, word).join('')}。`;
	const paragraph = (): string => {
		let text = '';
		while (text.length < CHARACTERS / PARAGRAPHS) text += sentence();
		return `<p>${text}</p>`;
	};
	return archiveText({
		edition: 'cn',
		year: n % 2 ? 2020 : 2023,
		url: `https://www.rfi.fr/cn/%E4%B8%AD%E5%9B%BD/20230918-story-${n}`,
		heading: `${word()}${word()}${word()}之${n}`,
		epochMs: ARCHIVE_EPOCH_MS + n * 60_000,
		frontMatter: n % 5 === 0 ? 'with-url' : 'none',
		hasGluedTags: n % 10 === 0,
		hasFooter: n % 5 === 1,
		body: Array.from({ length: PARAGRAPHS }, paragraph).join(''),
	});
}
