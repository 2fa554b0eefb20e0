import type { KeystrokeGuard } from './keystroke-guard.ts';
import type { MountInterface, PageInterface, PageInterfaceActions, PageInterfaceState } from './page-interface.ts';

/** Holds what the interface shows, and brings the interface itself into the page when there is first something to show. */
export interface InterfaceHolder {
	readonly state: PageInterfaceState;
	update(change: Partial<PageInterfaceState>): void;
	/** Says something to screen readers. */
	announce(text: string): void;
	stop(): void;
}

/** By then a live region that has just come into the page is known to screen readers, in milliseconds. */
const REGION_KNOWN_MS = 100;

export function createInterfaceHolder(
	load: () => Promise<MountInterface | undefined>,
	guard: KeystrokeGuard,
	actions: PageInterfaceActions,
	dir: 'ltr' | 'rtl',
): InterfaceHolder {
	let state: PageInterfaceState = { dir };
	let mounted: PageInterface | undefined;
	let mounting = false;
	let stopped = false;

	async function mount(): Promise<void> {
		const mountInterface = await load();
		if (mountInterface === undefined || stopped) return;
		mounted = mountInterface(actions, guard);
		if (state.announcement === undefined) return mounted.update(state);
		// Screen readers tell what changes in a live region, and not what it is born with.
		mounted.update({ ...state, announcement: undefined });
		setTimeout(() => stopped || mounted?.update(state), REGION_KNOWN_MS);
	}

	function update(change: Partial<PageInterfaceState>): void {
		state = { ...state, ...change };
		if (mounted !== undefined) return mounted.update(state);
		if (state.selection ?? state.card ?? state.notice) {
			if (mounting) return;
			mounting = true;
			void mount().finally(() => {
				mounting = false;
			});
		}
	}

	return {
		get state() {
			return state;
		},
		update,
		announce: (text) => update({ announcement: { text } }),
		stop() {
			stopped = true;
			mounted?.stop();
		},
	};
}
