import { BoundHandles } from '../../../components/page/bound-handles.tsx';
import { PassageMenu } from '../../../components/page/passage-menu.tsx';
import type { PageTools } from './tools.ts';

/** What the card offers to do with its passage; nothing for the twin's, whose words are another article's. */
export function CardCommands({ tools }: { readonly tools: PageTools }) {
	const { bounds, passages } = tools;
	if (bounds.state() === undefined) return null;
	return (
		<PassageMenu
			mergeable={passages.mergeable()}
			splitWords={passages.splitWords()}
			merge={passages.merge}
			split={passages.split}
			wholeWords={() => {
				bounds.wholeWords();
				bounds.keep();
			}}
		/>
	);
}

interface HandlesProps {
	readonly tools: PageTools;
	readonly dir: 'ltr' | 'rtl';
	readonly close: () => void;
}

/** The ends of the passage whose card is open. */
export function Handles({ tools: { bounds }, dir, close }: HandlesProps) {
	const state = bounds.state();
	if (state === undefined) return null;
	return (
		<BoundHandles
			bounds={state}
			dir={dir}
			move={bounds.move}
			drag={bounds.drag}
			wholeWords={bounds.wholeWords}
			keep={bounds.keep}
			cancel={bounds.cancel}
			close={close}
			scrollBy={(top) => window.scrollBy({ top, behavior: 'instant' })}
		/>
	);
}
