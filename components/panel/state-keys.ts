import type { AnchorState } from '../../utils/domain/outcome.ts';
import type { MessageKey } from '../translation.ts';

export const STATE_KEYS: Readonly<Record<AnchorState, MessageKey>> = {
	anchored: 'stateAnchored',
	changed: 'stateChanged',
	orphan: 'stateOrphan',
};
