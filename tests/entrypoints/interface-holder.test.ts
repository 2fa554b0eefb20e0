import { expect, it, vi } from 'vitest';
import { createInterfaceHolder } from '../../entrypoints/shared/page/interface-holder.ts';
import type { KeystrokeGuard } from '../../entrypoints/shared/page/keystroke-guard.ts';
import type { PageInterfaceActions, PageInterfaceState } from '../../entrypoints/shared/page/page-interface.ts';

it('asks again for an interface that did not come, and shows what there is to show by then', async () => {
	vi.useFakeTimers();
	try {
		const shown: PageInterfaceState[] = [];
		const mounted = { update: (state: PageInterfaceState) => void shown.push(state), stop() {} };
		const load = vi.fn(async () => (load.mock.calls.length < 3 ? undefined : ((() => mounted) as never)));
		const holder = createInterfaceHolder(load, {} as KeystrokeGuard, {} as PageInterfaceActions, 'ltr');
		holder.update({ selection: [] });
		await vi.advanceTimersByTimeAsync(5000);
		expect(load).toHaveBeenCalledTimes(3);
		expect(shown).toEqual([{ dir: 'ltr', selection: [] }]);
	} finally {
		vi.useRealTimers();
	}
});
