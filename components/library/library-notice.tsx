import { useRef } from 'preact/hooks';
import type { FaultCode } from '../../utils/domain/fault.ts';
import { faultMessage } from '../fault-message.ts';
import { LIST_HEIR } from '../list/use-focus-kept.ts';
import { useTranslation } from '../translation.ts';

/** What is said of an act: in words of the reader's language, with the way back where there is one. */
export type LibraryNotice =
	| {
			readonly kind: 'done';
			readonly words: string;
			readonly canUndo: boolean;
			/** The act that is told of, where another may have become the newest meanwhile. */
			readonly batch?: string | undefined;
	  }
	| { readonly kind: 'fault'; readonly fault: FaultCode };

interface LibraryNoticeViewProps {
	readonly notice: LibraryNotice | undefined;
	readonly undo: (batch: string | undefined) => void;
	readonly close: () => void;
}

/** Tells of the last act. It is there from the beginning: what is put into it is read out. */
export function LibraryNoticeView({ notice, undo, close }: LibraryNoticeViewProps) {
	const { translate } = useTranslation();
	const cameFrom = useRef<EventTarget | null>(null);
	/** Whoever acts here with the keyboard goes on where he came from; where that is gone, in the list or the view that is there. */
	function goBack(): void {
		const origin = cameFrom.current as HTMLElement | null;
		cameFrom.current = null;
		const view = document.querySelector('main');
		const heir = origin?.isConnected ? origin : (view?.querySelector<HTMLElement>(LIST_HEIR) ?? view);
		heir?.focus({ preventScroll: true });
	}
	return (
		<div
			class="library-told"
			aria-live="polite"
			onFocusIn={({ currentTarget, relatedTarget }) => {
				if (!currentTarget.contains(relatedTarget as Node | null)) cameFrom.current = relatedTarget;
			}}
		>
			{notice && (
				<div class={`library-notice ${notice.kind}`} role={notice.kind === 'fault' ? 'alert' : undefined}>
					<span>{notice.kind === 'fault' ? faultMessage(translate, notice.fault) : notice.words}</span>
					{notice.kind === 'done' && notice.canUndo && (
						<button
							type="button"
							onClick={() => {
								goBack();
								undo(notice.batch);
							}}
						>
							{translate('undo')}
						</button>
					)}
					<button
						type="button"
						class="plain icon"
						aria-label={translate('close')}
						onClick={() => {
							goBack();
							close();
						}}
					>
						<span aria-hidden="true">×</span>
					</button>
				</div>
			)}
		</div>
	);
}
