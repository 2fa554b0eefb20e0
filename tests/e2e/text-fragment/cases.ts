import type { PassagePage } from './passage-page.ts';

export interface PassageCase {
	readonly name: string;
	readonly page: PassagePage;
	/** The words of the passage; `\n` between blocks. */
	readonly exact: string;
	/** Which occurrence is meant where there are several, from 0. */
	readonly occurrence?: number;
	/** Its article says the same more than once, farther around than the stored context reaches. */
	readonly needsArticleText?: boolean;
}

const CHINESE: PassagePage = {
	lang: 'zh-Hans',
	menu: '中国 国际 法国 经济 港澳台',
	blocks: [
		'渔业部长周二访问两座港口城市',
		'渔业部长本周二抵达北部，开始为期三天的访问。他将与当地渔民会面，讨论今年的配额。中国和欧洲的采购商也派代表出席。',
		'一名渔民表示：“我们希望部长听听我们的意见。”他说，配额每年都在减少，而燃料价格却一路上涨。',
		'部长在讲话中提到中国市场，并称2026年将是“关键的一年”。他没有回答记者关于中国的提问，随后离开会场。',
	],
};

const FRENCH: PassagePage = {
	lang: 'fr',
	menu: 'Afrique France Économie Météo',
	blocks: [
		'L’Éthiopie s’apprête à rouvrir vingt-quatre écoles',
		'Aujourd’hui, l’État a rouvert vingt-quatre écoles : « c’est peut-être un début », dit-elle. Là-bas, l’eau manque encore.',
		'C’est l’été. Où trouver de l’eau potable ? L’État promet des puits ; les élèves, eux, attendent.',
		'L’eau manque encore, répètent les parents (ils sont près de 3 000), et rien n’est réglé, assure-t-on au ministère.',
	],
};

const PERSIAN: PassagePage = {
	lang: 'fa',
	dir: 'rtl',
	menu: 'ایران جهان فرهنگ',
	blocks: [
		'گفت‌وگو با نویسندگان دربارهٔ کتاب‌های تازه',
		'نویسنده می‌گوید: «کتاب‌ها را باید دوباره خواند.» او از سال ۱۴۰۳ در پاریس زندگی می‌کند و می‌نویسد.',
		'به گفتهٔ او، خوانندگانِ جوان کمتر به کتابخانه‌ها می‌روند؛ اما همچنان می‌خوانند.',
	],
};

const KHMER: PassagePage = {
	lang: 'km',
	menu: 'កម្ពុជា អន្តរជាតិ',
	blocks: [
		'សិស្សសាលាភូមិទទួលបានសៀវភៅថ្មី',
		'កាលពីថ្ងៃអង្គារ សិស្សសាលាភូមិជាងមួយរយនាក់ បានទទួលសៀវភៅថ្មីពីបណ្ណាល័យខេត្ត។ គ្រូបង្រៀនម្នាក់និយាយថា សៀវភៅទាំងនេះមានប្រយោជន៍ណាស់សម្រាប់កុមារ។',
		'បណ្ណាល័យខេត្តនឹងបន្តចែកសៀវភៅដល់សាលាដទៃទៀត នៅខែក្រោយ។',
	],
};

const THAI: PassagePage = {
	lang: 'th',
	blocks: ['ชาวประมงในหมู่บ้านได้รับเรือใหม่สามลำเมื่อวันอังคาร', 'พวกเขาบอกว่าเรือใหม่จะช่วยให้ออกทะเลได้ไกลขึ้น และปลอดภัยกว่าเดิมมาก'],
};

const RUSSIAN: PassagePage = {
	lang: 'ru',
	blocks: [
		'Учёные нашли ещё одно озеро',
		'По-прежнему неясно, когда всё-таки откроют дорогу; «ещё рано», — сказал он. Ещё раз напомним: ещё рано.',
	],
};

const VIETNAMESE: PassagePage = {
	lang: 'vi',
	blocks: [
		'Nông dân trồng thêm ba nghìn cây',
		'Ông nói: “Chúng tôi trồng cây vì con cháu.” Cây lớn chậm, nhưng rừng sẽ trở lại – dần dần, từng năm một.',
	],
};

const LONG: PassagePage = {
	lang: 'fr',
	blocks: [
		Array.from(
			{ length: 14 },
			(_, k) => `La phrase numéro ${k + 1} dit que l’eau manque encore au village, et que rien n’est réglé.`,
		).join(' '),
		'Une autre, plus courte, suit. Rien n’est réglé.',
	],
};

const LONG_CHINESE: PassagePage = {
	lang: 'zh-Hans',
	blocks: [
		Array.from({ length: 20 }, (_, k) => `第${k + 1}位渔民说，配额每年都在减少而燃料价格却一路上涨。`).join(''),
		'部长没有回答。',
	],
};

export const CASES: readonly PassageCase[] = [
	{ name: 'Chinese words inside a run of characters', page: CHINESE, exact: '当地渔民会面' },
	{ name: 'Chinese that cuts a word', page: CHINESE, exact: '长本周二抵达北' },
	{ name: 'a Chinese word that also stands in the menu and elsewhere', page: CHINESE, exact: '中国', occurrence: 2 },
	{ name: 'a Chinese quotation with its marks', page: CHINESE, exact: '“我们希望部长听听我们的意见。”' },
	{ name: 'Chinese beside digits', page: CHINESE, exact: '2026年将是' },
	{
		name: 'Chinese paragraphs, ends inside words',
		page: CHINESE,
		exact: `${'期三天的访问。他将与当地渔民会面，讨论今年的配额。中国和欧洲的采购商也派代表出席。'}\n${'一名渔民表示：“我们希望部长听听我们的意见。”他说，配额每年'}`,
	},
	{ name: 'Chinese paragraphs, from the title on', page: CHINESE, exact: CHINESE.blocks.slice(0, 3).join('\n') },
	{ name: 'French behind an apostrophe', page: FRENCH, exact: 'eau potable' },
	{ name: 'French accents and an apostrophe', page: FRENCH, exact: 'L’État promet des puits' },
	{ name: 'French with no-break spaces', page: FRENCH, exact: 'écoles : « c’est peut-être un début »' },
	{ name: 'a hyphenated word', page: FRENCH, exact: 'vingt-quatre', occurrence: 1 },
	{ name: 'half of a hyphenated word', page: FRENCH, exact: 'là-bas'.replace('l', 'L').slice(0, 2) },
	{ name: 'a sentence that stands twice, the first', page: FRENCH, exact: 'eau manque encore', occurrence: 0 },
	{ name: 'a sentence that stands twice, the second', page: FRENCH, exact: 'eau manque encore', occurrence: 1 },
	{ name: 'French paragraphs', page: FRENCH, exact: `l’eau manque encore.\n${FRENCH.blocks[2]}\nL’eau manque` },
	{ name: 'within a French word', page: FRENCH, exact: 'rouv', occurrence: 1 },
	{ name: 'Persian with a zero-width non-joiner', page: PERSIAN, exact: 'کتاب‌ها را باید' },
	{ name: 'Persian digits', page: PERSIAN, exact: 'سال ۱۴۰۳ در پاریس' },
	{ name: 'Persian with a mark above a letter', page: PERSIAN, exact: 'به گفتهٔ او، خوانندگانِ جوان' },
	{ name: 'Persian paragraphs', page: PERSIAN, exact: `در پاریس زندگی می‌کند و می‌نویسد.\nبه گفتهٔ او` },
	{ name: 'Khmer inside a run of letters', page: KHMER, exact: 'សៀវភៅថ្មីពី' },
	{ name: 'a Khmer phrase between spaces', page: KHMER, exact: 'សិស្សសាលាភូមិជាងមួយរយនាក់' },
	{ name: 'Khmer paragraphs', page: KHMER, exact: `ប្រយោជន៍ណាស់សម្រាប់កុមារ។\nបណ្ណាល័យខេត្ត` },
	{ name: 'Thai inside a run of letters', page: THAI, exact: 'เรือใหม่จะ' },
	{ name: 'Thai across blocks', page: THAI, exact: 'เรือใหม่สามลำเมื่อวันอังคาร\nพวกเขาบอกว่า' },
	{ name: 'Russian with a hyphen and a letter with dots', page: RUSSIAN, exact: 'всё-таки откроют' },
	{ name: 'Russian that stands twice', page: RUSSIAN, exact: 'ещё рано', occurrence: 1 },
	{ name: 'Vietnamese with stacked accents', page: VIETNAMESE, exact: 'rừng sẽ trở lại – dần dần' },
	{
		name: 'a passage of more than 300 characters in one block',
		page: LONG,
		exact: LONG.blocks[0]!.slice(200, 900).trim(),
		needsArticleText: true,
	},
	{
		name: 'a long passage that begins with words which repeat',
		page: LONG,
		exact: `au village, et que rien n’est réglé.\nUne autre`,
		needsArticleText: true,
	},
	{
		name: 'a passage of more than 300 Chinese characters',
		page: LONG_CHINESE,
		exact: LONG_CHINESE.blocks[0]!.slice(33, 470),
		needsArticleText: true,
	},
];
