import type { ActKind } from '../../utils/domain/act.ts';
import type { FaultCode } from '../../utils/domain/fault.ts';
import type { AnchorState } from '../../utils/domain/outcome.ts';
import { faultMessage } from '../fault-message.ts';
import { useFocusReturn } from '../focus-return.ts';
import { announcementWords } from '../page/announcement.ts';
import { type Translate, useTranslation } from '../translation.ts';
import type { Direction } from './panel-state.ts';

/** What is said below the list. */
export type Notice =
	| { readonly kind: 'fault'; readonly fault: FaultCode }
	| { readonly kind: 'deleted' }
	| { readonly kind: 'reattaching'; readonly id: string }
	/** `act` is absent where there was nothing to take back, or to do again. */
	| { readonly kind: 'stepped'; readonly direction: Direction; readonly act: ActKind | undefined };

interface PanelNoticeProps {
	readonly notice: Notice;
	readonly outcomes: Readonly<Record<string, AnchorState>>;
	readonly undo: () => void;
}

export function PanelNotice({ notice, outcomes, undo }: PanelNoticeProps) {
	const { translate } = useTranslation();
	const { onFocusIn, giveBack } = useFocusReturn();
	// Once it has its words there is nothing left to be asked for.
	if (notice.kind === 'reattaching' && outcomes[notice.id] !== 'orphan') return null;
	return (
		<div class="notice" role={notice.kind === 'fault' ? 'alert' : 'status'} onFocusIn={onFocusIn}>
			<span>{wordsOf(notice, translate)}</span>
			{notice.kind === 'deleted' && (
				<button
					type="button"
					onClick={() => {
						giveBack();
						undo();
					}}
				>
					{translate('undo')}
				</button>
			)}
		</div>
	);
}

function wordsOf(notice: Notice, translate: Translate): string {
	switch (notice.kind) {
		case 'fault':
			return faultMessage(translate, notice.fault);
		case 'deleted':
			return translate('deleted');
		case 'reattaching':
			return translate('reattachLong');
		case 'stepped': {
			const { direction, act } = notice;
			if (act === undefined) return translate(direction === 'undo' ? 'nothingToUndo' : 'nothingToRedo');
			return announcementWords(translate, { kind: direction, act }).before;
		}
	}
}
