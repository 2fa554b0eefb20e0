import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { mountInterface } from '../shared/page/mount-interface.tsx';
import { currentHandoff } from '../shared/page/page-handoff.ts';

/** The interface in a page: brought in when there is first something to show. */
export default defineUnlistedScript(() => {
	const handoff = currentHandoff();
	if (handoff !== undefined) handoff.mountInterface = mountInterface;
});
