import { useState } from 'preact/hooks';
import type { Color } from '../../utils/domain/color.ts';
import { useTranslation } from '../translation.ts';
import { moveFocusByArrow } from './arrow-keys.ts';
import { AtEdge } from './at-edge.tsx';
import { Beside } from './beside.tsx';
import { type Box, isAnyInView } from './placement.ts';
import { Swatches } from './swatches.tsx';

export interface ToolbarProps {
	readonly boxes: readonly Box[];
	/** With a finger the words are selected by handles of the system beside them: then it keeps to the edge. */
	readonly byTouch: boolean;
	readonly dir: 'ltr' | 'rtl';
	readonly highlight: (color: Color) => void;
	readonly highlightAndNote: () => void;
	readonly copyQuote: () => void;
	readonly copyLink: () => void;
	/** Given while words are waited for that an annotation is to stand on: then this is all that is offered. */
	readonly attach?: (() => void) | undefined;
	readonly dismiss: () => void;
}

const SIDES = ['above', 'below'] as const;

/** What can be done with the selected words. */
export function Toolbar(props: ToolbarProps) {
	const { boxes, byTouch, dir, attach, dismiss } = props;
	const { translate } = useTranslation();
	const bar = (
		<div
			class="toolbar"
			role="toolbar"
			aria-label={translate('toolbar')}
			// Pressing a button must not take the selection away.
			onPointerDown={(event) => event.preventDefault()}
			onMouseDown={(event) => event.preventDefault()}
			onKeyDown={(event) => {
				if (event.key === 'Escape') dismiss();
				else moveFocusByArrow(event);
			}}
		>
			{attach === undefined ? <Acts {...props} /> : <Attaching attach={attach} cancel={dismiss} />}
		</div>
	);
	if (byTouch) return <AtEdge boxes={boxes}>{bar}</AtEdge>;
	// Words that have been scrolled away have no side to stand beside.
	return isAnyInView(boxes, window.innerHeight) ? (
		<Beside boxes={boxes} dir={dir} sides={SIDES}>
			{bar}
		</Beside>
	) : null;
}

function Acts({ highlight, highlightAndNote, copyQuote, copyLink }: ToolbarProps) {
	const { translate } = useTranslation();
	const [more, setMore] = useState(false);
	return (
		<>
			<Swatches choose={highlight} />
			<span class="divider" />
			<button type="button" class="plain" onClick={highlightAndNote}>
				{translate('note')}
			</button>
			<button type="button" class="plain" aria-expanded={more} onClick={() => setMore(!more)}>
				{translate('more')}
			</button>
			{more && (
				<>
					<span class="divider" />
					<button type="button" class="plain" onClick={copyQuote}>
						{translate('copyQuote')}
					</button>
					<button type="button" class="plain" onClick={copyLink}>
						{translate('copyLink')}
					</button>
				</>
			)}
		</>
	);
}

function Attaching({ attach, cancel }: { attach: () => void; cancel: () => void }) {
	const { translate } = useTranslation();
	return (
		<>
			<button type="button" class="primary" onClick={attach}>
				{translate('attachHere')}
			</button>
			<button type="button" class="plain" onClick={cancel}>
				{translate('cancel')}
			</button>
		</>
	);
}
