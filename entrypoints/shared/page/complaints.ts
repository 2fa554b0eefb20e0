import type { NoticeContent } from '../../../components/page/page-notice.tsx';
import type { FaultCode } from '../../../utils/domain/fault.ts';
import type { InterfaceHolder } from './interface-holder.ts';

/** What is said at the lower edge of the page, and what can be done again because it failed. */
export interface Complaints {
	/** Says one thing, or nothing more; a complaint that stands is not covered by it: what it holds may be nowhere else. */
	notify(notice: NoticeContent | undefined): void;
	/**
	 * A complaint joins those that still stand: the words of none are covered, and one retry repeats all. One about the same
	 * thing takes the place of the one before: of words that are typed on, the last are those to be kept.
	 */
	complain(fault: FaultCode, draftText: string, again: () => void, about?: string): void;
	/** What was complained of has come right. */
	withdraw(about: string): void;
	/** Does again what failed. */
	retry(): void;
	/** The reader has done with whatever is said. */
	dismiss(): void;
	/** What the standing complaints say would be lost; empty where none stands. */
	readonly draftText: string;
}

/** @param disconnected tells that the extension is gone, without anything of it */
export function createComplaints(ui: InterfaceHolder, disconnected: (draftText: string) => void): Complaints {
	const standing = new Map<unknown, { fault: FaultCode; draftText: string; again: () => void }>();

	const isShown = (): boolean => ui.state.notice?.kind === 'fault';
	const notify = (notice: NoticeContent | undefined): void => {
		if (!isShown() || standing.size === 0) ui.update({ notice });
	};
	const drafts = (): string =>
		[...standing.values()]
			.map(({ draftText }) => draftText)
			.filter(Boolean)
			.join('\n\n');

	function show(): void {
		const fault = [...standing.values()].at(-1)?.fault;
		ui.update({ notice: fault && { kind: 'fault', fault, draftText: drafts(), canRetry: true } });
	}

	return {
		notify,
		complain(fault, draftText, again, about) {
			if (fault === 'disconnected') return disconnected(draftText);
			if (!isShown()) standing.clear();
			const key = about ?? again;
			standing.delete(key);
			standing.set(key, { fault, draftText, again });
			show();
		},
		withdraw(about) {
			if (isShown() && standing.delete(about)) show();
		},
		retry() {
			const failed = [...standing.values()];
			standing.clear();
			notify(undefined);
			for (const { again } of failed) again();
		},
		dismiss() {
			standing.clear();
			notify(undefined);
		},
		get draftText() {
			return isShown() ? drafts() : '';
		},
	};
}
