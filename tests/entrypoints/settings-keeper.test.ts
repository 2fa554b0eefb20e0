import { describe, expect, it } from 'vitest';
import { createSettingsKeeper } from '../../entrypoints/options/settings-keeper.ts';
import { DEFAULT_SETTINGS, type Settings } from '../../utils/domain/settings.ts';

const withToolbar = (toolbar: boolean) => (settings: Settings) => ({ ...settings, toolbar });
const withLabel = (yellow: string) => (settings: Settings) => ({
	...settings,
	colorLabels: { ...settings.colorLabels, yellow },
});

function setUp(stored: Settings = DEFAULT_SETTINGS) {
	const saved: Settings[] = [];
	const rests: (() => void)[] = [];
	let refusing = false;
	const keeper = createSettingsKeeper({
		stored,
		save: async (settings) => {
			if (refusing) throw new Error('QUOTA_BYTES_PER_ITEM');
			saved.push(settings);
		},
		rest: () => new Promise((resolve) => rests.push(resolve)),
		changed: () => {},
	});
	return {
		keeper,
		saved,
		refuse: (refuses: boolean) => {
			refusing = refuses;
		},
		/** Lets pass the time until the browser may be asked again. */
		async pass() {
			await settle();
			rests.shift()?.();
			await settle();
		},
	};
}
const settle = () => new Promise((resolve) => setTimeout(resolve));

describe('the settings page', () => {
	it('keeps a change at once and says so', async () => {
		const { keeper, saved, pass } = setUp();
		keeper.change(withToolbar(false));
		expect(keeper.settings.toolbar).toBe(false);
		expect(keeper.outcome).toBe('none');
		await pass();
		expect(saved.map(({ toolbar }) => toolbar)).toEqual([false]);
		expect(keeper.outcome).toBe('saved');
	});

	it('writes what is typed in few goes, and the last of it', async () => {
		const { keeper, saved, pass } = setUp();
		for (const text of ['f', 'fa', 'fac', 'fact']) keeper.change(withLabel(text));
		await pass();
		await pass();
		expect(saved.map(({ colorLabels }) => colorLabels.yellow)).toEqual(['f', 'fact']);
		keeper.change(withLabel('facts'));
		keeper.change(withLabel('doubt'));
		await pass();
		expect(saved.at(-1)?.colorLabels.yellow).toBe('doubt');
	});

	it('loses nothing where the browser refuses: it is said, stays as chosen, and is stored by trying again', async () => {
		const { keeper, saved, refuse, pass } = setUp();
		refuse(true);
		keeper.change(withLabel('doubt'));
		keeper.change(withToolbar(false));
		await pass();
		expect(keeper.outcome).toBe('failed');
		expect(keeper.settings).toMatchObject({ toolbar: false, colorLabels: { yellow: 'doubt' } });
		expect(saved).toEqual([]);
		refuse(false);
		keeper.retry();
		await pass();
		expect(keeper.outcome).toBe('saved');
		expect(saved).toMatchObject([{ toolbar: false, colorLabels: { yellow: 'doubt' } }]);
	});

	it('takes over what another tab stored, and keeps above it what waits here', async () => {
		const { keeper, saved, refuse, pass } = setUp();
		keeper.heard({ ...DEFAULT_SETTINGS, defaultColor: 'pink' });
		expect(keeper.settings.defaultColor).toBe('pink');
		refuse(true);
		keeper.change(withToolbar(false));
		await pass();
		keeper.heard({ ...DEFAULT_SETTINGS, language: 'fa' });
		expect(keeper.settings).toMatchObject({ toolbar: false, language: 'fa', defaultColor: 'last' });
		refuse(false);
		keeper.retry();
		await pass();
		expect(saved.at(-1)).toMatchObject({ toolbar: false, language: 'fa' });
	});

	it('goes back to the defaults, and takes that back', async () => {
		const own = withLabel('fact')({ ...DEFAULT_SETTINGS, language: 'ro' });
		const { keeper, saved, pass } = setUp(own);
		keeper.reset();
		await pass();
		expect(keeper.outcome).toBe('reset');
		expect(keeper.settings).toEqual(DEFAULT_SETTINGS);
		keeper.undoReset();
		await pass();
		expect(keeper.outcome).toBe('saved');
		expect(saved).toEqual([DEFAULT_SETTINGS, own]);
		keeper.undoReset();
		expect(keeper.settings).toEqual(own);
	});

	it('gives what waits to the browser when the page is left', async () => {
		const { keeper, saved, pass } = setUp();
		keeper.change(withLabel('fact'));
		await settle();
		keeper.change(withLabel('facts'));
		keeper.leave();
		expect(saved.at(-1)?.colorLabels.yellow).toBe('facts');
		await pass();
	});
});
