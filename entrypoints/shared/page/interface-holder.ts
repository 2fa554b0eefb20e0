import type { Announcement } from '../../../components/page/announcement.ts';
import type { PageTools } from '../page-tools/tools.ts';
import type { PageToolsHost } from '../page-tools/tools-host.ts';
import type { KeystrokeGuard } from './keystroke-guard.ts';
import type { MountInterface, PageInterface, PageInterfaceActions, PageInterfaceState } from './page-interface.ts';

/** Holds what the interface shows, and brings the interface itself into the page when there is first something to show. */
export interface InterfaceHolder {
	readonly state: PageInterfaceState;
	update(change: Partial<PageInterfaceState>): void;
	/** Says something to screen readers. */
	announce(announcement: Announcement): void;
	/** Undefined until the interface is in the page. */
	readonly tools: PageTools | undefined;
	/** Brings the interface into the page where it is not there yet, and hands over its tools. */
	withTools(use: (tools: PageTools) => void): void;
	/** See `PageInterface`; false also where no interface is there. */
	copy: PageInterface['copy'];
	stop(): void;
}

/** The interface that did not come is asked for again after so long, in milliseconds: the background may just be starting. */
const ASK_AGAIN_MS = [200, 1000, 3000];

/** By then a live region that has just come into the page is known to screen readers, in milliseconds. */
const REGION_KNOWN_MS = 100;

export function createInterfaceHolder(
	load: () => Promise<MountInterface | undefined>,
	guard: KeystrokeGuard,
	actions: PageInterfaceActions,
	dir: 'ltr' | 'rtl',
	/** What the tools act on; none where there is no article to act on. */
	toolsHost?: () => PageToolsHost,
): InterfaceHolder {
	let state: PageInterfaceState = { dir };
	let mounted: PageInterface | undefined;
	let mounting: Promise<void> | undefined;
	let stopped = false;

	async function loadPatiently(): Promise<MountInterface | undefined> {
		let loaded = await load();
		for (const pause of ASK_AGAIN_MS) {
			if (loaded !== undefined || stopped) break;
			await new Promise((resolve) => setTimeout(resolve, pause));
			loaded = await load();
		}
		return loaded;
	}

	async function mount(): Promise<void> {
		const mountInterface = await loadPatiently();
		if (mountInterface === undefined || stopped) return;
		mounted = mountInterface(actions, guard, toolsHost?.());
		if (state.announcement === undefined) return mounted.update(state);
		// Screen readers tell what changes in a live region, and not what it is born with.
		mounted.update({ ...state, announcement: undefined });
		setTimeout(() => stopped || mounted?.update(state), REGION_KNOWN_MS);
	}

	function update(change: Partial<PageInterfaceState>): void {
		state = { ...state, ...change };
		if (mounted !== undefined) return mounted.update(state);
		if (state.selection ?? state.card ?? state.notice ?? state.announcement) void ensureMounted();
	}

	function ensureMounted(): Promise<void> {
		mounting ??= mount().finally(() => {
			mounting = undefined;
		});
		return mounting;
	}

	return {
		get state() {
			return state;
		},
		update,
		copy: async (what, passage) => (await mounted?.copy(what, passage)) ?? false,
		announce: (announcement) => update({ announcement: { ...announcement } }),
		get tools() {
			return mounted?.tools;
		},
		withTools(use) {
			if (mounted?.tools !== undefined) return use(mounted.tools);
			void ensureMounted().then(() => mounted?.tools && use(mounted.tools));
		},
		stop() {
			stopped = true;
			mounted?.stop();
		},
	};
}
