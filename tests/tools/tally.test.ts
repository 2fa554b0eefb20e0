import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { tally, tallyEnvironment, tallyLines } from './tally.ts';

test('counts of many processes are summed by what they count, and nobody counts who was not asked to', () => {
	const folder = mkdtempSync(join(tmpdir(), 'en-marge-tally-'));
	const file = join(folder, 'tallies');
	const before = { ...process.env };
	try {
		delete process.env.EN_MARGE_TALLY;
		tally('requests', 5, 5);
		expect(tallyLines(file)).toEqual([]);
		Object.assign(process.env, tallyEnvironment(file));
		tally('requests', 1000, 0);
		tally('vectors', 706, 0);
		tally('requests', 234, 1);
		expect(tallyLines(file)).toEqual(['vectors tried: 706, run: 0', 'requests looked at: 1,234, unexplained: 1']);
	} finally {
		process.env = before;
		rmSync(folder, { recursive: true, force: true });
	}
});
