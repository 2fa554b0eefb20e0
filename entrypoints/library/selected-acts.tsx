import { SelectionBar } from '../../components/library/selection-bar.tsx';
import { ExportMenu } from '../../components/panel/export-menu.tsx';
import type { ExportChoice } from '../../utils/domain/export-format.ts';
import type { ManyChange } from '../../utils/domain/library.ts';
import type { ExportManyOptions } from '../shared/exporting/export-many.ts';
import type { ListKind } from './list-kind.ts';
import { openInTabs } from './open-in-tabs.ts';
import { tellingFaults } from './telling-faults.ts';
import type { ViewContext } from './view-context.ts';

interface SelectedActsProps<Row> {
	readonly kind: ListKind<Row>;
	readonly context: ViewContext;
	readonly count: number;
	/** In the order of the list. */
	readonly selected: () => readonly string[];
	readonly trash: (ids: readonly string[]) => void;
	readonly clear: () => void;
}

/** What can be done with what is selected, joined with the store. */
export function SelectedActs<Row>({ kind, context, count, selected, trash, clear }: SelectedActsProps<Row>) {
	const { store, acts } = context;
	const change = (to: ManyChange): void =>
		void acts.run(
			async (at) => store.changeMany(await kind.annotationIds(store, selected()), to, at),
			(report) => ['changedAnnotations', report.annotations],
		);
	const addresses = async (): Promise<string[]> =>
		(await kind.read(store, selected())).map(([, row]) => kind.addressOf(row));
	async function exported(
		choice: ExportChoice,
		options: ExportManyOptions,
	): Promise<{ readonly blob: Blob; readonly fileName: string }> {
		const { exportMany } = await import('../shared/exporting/export-many.ts');
		return await exportMany(store, await kind.exported(store, selected()), choice, options);
	}
	return (
		<SelectionBar
			count={count}
			loadTags={() => store.listTags()}
			exporting={
				<ExportMenu
					disabled={false}
					actions={{
						async copyExport(choice, run) {
							const { blob } = await exported(choice, { ...run, isOneText: true });
							// The byte order mark is for programs that open a file.
							await navigator.clipboard.writeText((await blob.text()).replace(/^\ufeff/, ''));
						},
						async downloadExport(choice, run) {
							const [{ blob, fileName }, annotationIds, { saveBlob }] = await Promise.all([
								exported(choice, run),
								kind.annotationIds(store, selected()),
								import('../shared/exporting/save-blob.ts'),
							]);
							saveBlob(blob, fileName);
							return { fileName, isEmpty: annotationIds.length === 0 };
						},
					}}
				/>
			}
			acts={{
				tag: (tags, how) => change(how === 'add' ? { addTags: tags } : { removeTags: tags }),
				color: (color) => change({ color }),
				trash: () => trash(selected()),
				open: () => void tellingFaults(acts, async () => void openInTabs(await addresses())),
				clear,
			}}
		/>
	);
}
