import { expect, test } from 'vitest';
import { dayStep } from '../../components/library/day-step.ts';

const DAYS = ['2026-01-05', '2026-01-06', '2026-01-13', '2026-03-01'];

test('arrow keys lead from day to day and from week to week, and pass over days without anything', () => {
	expect(dayStep('ArrowRight', '2026-01-06', DAYS, false)).toBe('2026-01-13');
	expect(dayStep('ArrowLeft', '2026-01-13', DAYS, false)).toBe('2026-01-06');
	expect(dayStep('ArrowDown', '2026-01-05', DAYS, false)).toBe('2026-01-13');
	expect(dayStep('ArrowUp', '2026-03-01', DAYS, false)).toBe('2026-01-13');
	expect(dayStep('Home', '2026-03-01', DAYS, false)).toBe('2026-01-05');
	expect(dayStep('End', '2026-01-05', DAYS, false)).toBe('2026-03-01');
});

test('where the text runs to the left the next day lies to the left', () => {
	expect(dayStep('ArrowLeft', '2026-01-05', DAYS, true)).toBe('2026-01-06');
	expect(dayStep('ArrowDown', '2026-01-05', DAYS, true)).toBe('2026-01-13');
});

test('at the ends, and by other keys, nothing is led to', () => {
	expect(dayStep('ArrowRight', '2026-03-01', DAYS, false)).toBeUndefined();
	expect(dayStep('ArrowUp', '2026-01-05', DAYS, false)).toBeUndefined();
	expect(dayStep('a', '2026-01-05', DAYS, false)).toBeUndefined();
});
