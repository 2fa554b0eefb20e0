import type { NoticeContent } from '../../../components/page/page-notice.tsx';
import type { FaultCode } from '../../../utils/domain/fault.ts';
import type { InterfaceHolder } from './interface-holder.ts';

/** What is said at the lower edge of the page, and what can be done again because it failed. */
export interface Complaints {
	/** Says one thing; nothing takes away what is said. */
	notify(notice: NoticeContent | undefined): void;
	/** A complaint joins the one that still stands: the words of neither are covered, and one retry repeats both. */
	complain(fault: FaultCode, draftText: string, again: () => void): void;
	/** Does again what failed. */
	retry(): void;
	/** What the standing complaint says would be lost; empty where none stands. */
	readonly draftText: string;
}

/** @param disconnected tells that the extension is gone, without anything of it */
export function createComplaints(ui: InterfaceHolder, disconnected: (draftText: string) => void): Complaints {
	let again: (() => void) | undefined;

	const notify = (notice: NoticeContent | undefined): void => ui.update({ notice });
	const standing = (): string | undefined =>
		ui.state.notice?.kind === 'fault' ? ui.state.notice.draftText : undefined;

	return {
		notify,
		complain(fault, draftText, repeat) {
			if (fault === 'disconnected') return disconnected(draftText);
			const before = standing();
			const earlier = before === undefined ? undefined : again;
			again = () => {
				earlier?.();
				repeat();
			};
			const drafts = [before, draftText].filter(Boolean).join('\n\n');
			notify({ kind: 'fault', fault, draftText: drafts, canRetry: true });
		},
		retry() {
			notify(undefined);
			again?.();
		},
		get draftText() {
			return standing() ?? '';
		},
	};
}
