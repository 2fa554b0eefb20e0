import { expect, describe as group, test } from 'vitest';
import { createCourse } from '../../utils/matching/course.ts';
import { fold } from '../../utils/matching/fold.ts';
import { foldedGround, plainGround } from '../../utils/matching/ground.ts';
import { findHome, type OldPlace } from '../../utils/matching/home.ts';
import { mayStandElsewhere } from '../../utils/matching/moved.ts';
import { createPage } from '../../utils/matching/page.ts';
import { newsText } from '../anchoring/news.ts';

const OLD = newsText(11, 40);
const PARAGRAPHS = OLD.split('\n');
const QUOTE = placeOf(PARAGRAPHS[20]!.slice(40, 80));

function placeOf(words: string): OldPlace {
	const start = OLD.indexOf(words);
	return { start, end: start + words.length };
}

const words = ({ start, end }: OldPlace): string => OLD.slice(start, end);
const homeIn = (text: string, quote = QUOTE) => findHome(plainGround(text), plainGround(OLD), quote);

group('the home of a quote', () => {
	test('is where its surroundings are, and the quote is told where it stands there letter by letter', () => {
		const text = `${newsText(3, 2)}\n${OLD}`;
		const home = homeIn(text)!;
		expect(home.exactAt).toBe(text.indexOf(words(QUOTE)));
		expect(home.start).toBeLessThan(home.exactAt!);
		expect(home.end).toBeGreaterThan(home.exactAt! + words(QUOTE).length);
		expect(home.isClose).toBe(true);
	});

	test('holds what became of it, however it was changed', () => {
		const text = OLD.replace(words(QUOTE), 'quite another thing');
		const home = homeIn(text)!;
		expect(home.exactAt).toBeUndefined();
		expect(text.slice(home.start, home.end)).toContain('quite another thing');
	});

	test('is known from further away where its nearest surroundings were changed too', () => {
		const near = { start: QUOTE.start - 30, end: QUOTE.end + 30 };
		const text = OLD.replace(words(near), words(near).toUpperCase());
		const home = homeIn(text)!;
		expect(home.isClose).toBe(false);
		expect(text.slice(home.start, home.end)).toContain(words(near).toUpperCase());
	});

	test('cannot be told where its surroundings stand twice, or were torn apart', () => {
		expect(homeIn(`${OLD}\n${PARAGRAPHS.slice(15, 25).join('\n')}`)).toBeUndefined();
		const middle = Math.floor((QUOTE.start + QUOTE.end) / 2);
		expect(homeIn(`${OLD.slice(middle)}\n${newsText(8, 5)}\n${OLD.slice(0, middle)}`)).toBeUndefined();
	});

	test('is found across typography once the page is folded', () => {
		const text = newsText(3, 1) + OLD.replaceAll('é', 'e\u0301').replaceAll(' ', '\u00a0\u00ad');
		const page = foldedGround(createPage(fold(text)));
		expect(homeIn(text)).toBeUndefined();
		const home = findHome(page, plainGround(OLD), QUOTE)!;
		const { folded, from } = page.part(home.start, home.end);
		expect(from).toBe(0);
		const quote = fold(words(QUOTE)).units.join();
		expect(folded.units.join()).toContain(quote);
	});
});

group('the course of the old text through the page', () => {
	test('tells apart surroundings that stand twice by where the neighbours stand', () => {
		const text = `${OLD}\n${newsText(5, 60)}\n${PARAGRAPHS.slice(15, 25).join('\n')}`;
		const page = plainGround(text);
		const course = createCourse(OLD);
		expect(course.home(page, QUOTE)).toBeUndefined();
		const neighbour = placeOf(PARAGRAPHS[18]!);
		course.note(neighbour.start, neighbour.start);
		const after = { start: QUOTE.start, end: QUOTE.end + 1 };
		expect(course.home(page, after)?.exactAt).toBe(QUOTE.start);
	});

	test('is no more than a hint: what has been moved away from its neighbours is found all the same', () => {
		const moved = PARAGRAPHS.slice(19, 22).join('\n');
		const text = `${OLD.replace(`${moved}\n`, '')}\n${newsText(6, 30)}\n${moved}`;
		const course = createCourse(OLD);
		course.note(placeOf(PARAGRAPHS[18]!).start, placeOf(PARAGRAPHS[18]!).start);
		expect(course.home(plainGround(text), QUOTE)?.exactAt).toBe(text.lastIndexOf(words(QUOTE)));
	});
});

group('a quote that is gone from its home', () => {
	const LONG = placeOf(PARAGRAPHS[20]!.slice(20, 170));
	const gone = OLD.replace(words(LONG), '');
	const wanted = { prefix: OLD.slice(LONG.start - 80, LONG.start), exact: words(LONG), suffix: '' };

	test('may stand elsewhere where a piece of it does, though not as a word or two', () => {
		const page = plainGround(`${gone}\n${words(LONG)}`);
		const home = findHome(page, plainGround(OLD), LONG)!;
		expect(mayStandElsewhere(page, home, wanted)).toBe(true);
		expect(mayStandElsewhere(page, home, { ...wanted, exact: words(LONG).slice(0, 12) })).toBe(false);
	});

	test('is gone from the page where no piece of it stands', () => {
		const page = plainGround(gone);
		expect(mayStandElsewhere(page, findHome(page, plainGround(OLD), LONG)!, wanted)).toBe(false);
	});
});
