import { useTranslation } from '../../components/translation.ts';
import '../../components/library/trash.css';
import { Trash } from '../../components/library/trash-view.tsx';
import { StepButtons } from '../../components/panel/step-buttons.tsx';
import { tellingFaults } from './telling-faults.ts';
import { useObserved } from './use-observed.ts';
import type { ViewContext } from './view-context.ts';

/** Joins the trash with the store. */
export function TrashView(context: ViewContext) {
	const { store, acts } = context;
	const { translate } = useTranslation();
	const entries = useObserved(context, () => store.listTrash());

	return (
		<Trash
			entries={entries}
			now={new Date().toISOString()}
			steps={<StepButtons step={(direction) => void acts.step(direction)} />}
			restore={(chosen) => {
				const ids = (kind: 'article' | 'annotation') =>
					chosen.flatMap((entry) => (entry.kind === kind ? [entry.id] : []));
				void acts.run(
					(at) => store.restore({ articles: ids('article'), annotations: ids('annotation') }, at),
					() => ['restored', chosen.length],
				);
			}}
			empty={() =>
				void tellingFaults(acts, async () => {
					await store.emptyTrash();
					acts.tell({ kind: 'done', words: translate('trashEmpty'), canUndo: false });
				})
			}
		/>
	);
}
