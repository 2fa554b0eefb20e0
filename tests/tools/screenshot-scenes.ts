import { livePage } from '../fixtures/article/live-page.ts';
import { SAMPLE_HTML, SAMPLE_URL } from '../fixtures/article/sample-page.ts';
import { storyOf, storyUrl } from '../fixtures/article/stories.ts';

/** The interface in one language, beside an article in it that is annotated. */
export interface Scene {
	readonly locale: string;
	readonly url: string;
	readonly html: string;
	/** Three passages of the article: the first two are highlighted, the third has the note. */
	readonly passages: readonly [string, string, string];
	readonly note: string;
	readonly tags: string;
	/** Found in articles of the library. */
	readonly query: string;
}

const STYLE = `<style>
	body { margin: 0; font: 18px/1.7 "Noto Serif", "Noto Serif CJK SC", "Noto Naskh Arabic", serif; color: #222; }
	main { max-width: 680px; margin: 32px auto; padding: 0 24px; }
	h1 { line-height: 1.3; }
</style>`;

function fixtureScene(locale: string, edition: string, note: string, tags: string, query: string): Scene {
	const [first = '', second = '', third = ''] = storyOf(edition).paragraphs.map((paragraph) =>
		[...paragraph]
			.slice(0, Math.ceil(paragraph.length * 0.6))
			.join('')
			.trim(),
	);
	// The second paragraph of the fixture is split among elements after its twelfth character.
	const passages: Scene['passages'] = [first, second.slice(12).trim(), third];
	return { locale, url: storyUrl(edition), html: livePage({ edition, head: STYLE }), passages, note, tags, query };
}

export const SCENES: readonly Scene[] = [
	{
		locale: 'en-US',
		url: SAMPLE_URL,
		html: SAMPLE_HTML,
		passages: [
			'une main pressée a écrit',
			'ce sont elles que les chercheurs viennent lire',
			'trois lecteurs se répondent à cent ans d’écart',
		],
		note: 'Three hands in one margin. Compare with the marginalia in the Talmud.',
		tags: 'marginalia, reading',
		query: 'library garden',
	},
	fixtureScene('zh-CN', 'cn', '核对日期和来源。', '图书馆, 城市', '图书馆'),
	fixtureScene('fa', 'fa', 'تاریخ و منبع را بررسی کن.', 'کتابخانه، شهر', 'کتابخانه'),
];
