import { describe, expect, it } from 'vitest';
import { drawLatest } from '../../entrypoints/shared/page/draw-latest.ts';

describe('what is asked for while something is drawn', () => {
	it('stands drawn at the end, and not what was asked for before it', () => {
		const drawn: string[] = [];
		const update = drawLatest((state: string) => {
			// As the card that closes keeps its bounds, which tells of it.
			if (state === 'closed') update('closed, bounds kept');
			drawn.push(state);
		});
		update('open');
		update('closed');
		expect(drawn).toEqual(['open', 'closed', 'closed, bounds kept']);
	});

	it('is drawn once, the last of it', () => {
		const drawn: number[] = [];
		const update = drawLatest((state: number) => {
			if (state === 0) for (const each of [1, 2, 3]) update(each);
			drawn.push(state);
		});
		update(0);
		expect(drawn).toEqual([0, 3]);
	});

	it('is not lost to a drawing that failed', () => {
		const drawn: string[] = [];
		const update = drawLatest((state: string) => {
			if (state === 'broken') throw new Error('broken');
			drawn.push(state);
		});
		expect(() => update('broken')).toThrow('broken');
		update('whole');
		expect(drawn).toEqual(['whole']);
	});
});
