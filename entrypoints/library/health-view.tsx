import '../../components/library/bar.css';
import '../../components/library/health.css';
import { useEffect, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import type { Changes, HealthState, StorageState } from '../../components/library/health-data.ts';
import { Health } from '../../components/library/health-view.tsx';
import { useTranslation } from '../../components/translation.ts';
import type { IndexState, SearchKind } from '../../utils/domain/search.ts';
import { loadLastBackup } from '../shared/backup/last-backup.ts';
import { diagnosticsOf } from './diagnostics.ts';
import { askToKeepStorage, readStorageState } from './storage-state.ts';
import { useIntegrity } from './use-integrity.ts';
import { useObserved } from './use-observed.ts';
import type { ViewContext } from './view-context.ts';

/** Joins the view of health with the store, the index and the browser. */
export function HealthView(context: ViewContext) {
	const { store, index, fail } = context;
	const { locale } = useTranslation();
	const counts = useObserved(context, () => store.countLibrary());
	const [storage, setStorage] = useState<StorageState>();
	const [lastBackup, setLastBackup] = useState<HealthState['lastBackup']>();
	const [indexState, setIndexState] = useState<IndexState>();
	const [changes, setChanges] = useState<Changes>();
	const { check, begin, repair } = useIntegrity(context);

	useEffect(() => {
		let isLeft = false;
		let isLooking = false;
		let again = false;
		async function look(): Promise<void> {
			try {
				const state = await index.ask('state', {});
				if (!isLeft) setIndexState(state);
				const counted = await readChanges(index);
				if (isLeft) return;
				if (counted) setChanges(counted);
				fail(undefined);
			} catch {
				if (!isLeft) fail('unreachable');
			}
		}
		/** One look at a time: a search of one would overtake those of another. */
		async function lookAgain(): Promise<void> {
			again = true;
			if (isLooking) return;
			isLooking = true;
			while (again && !isLeft) {
				again = false;
				await look();
			}
			isLooking = false;
		}
		void lookAgain();
		void readStorageState().then((state) => setStorage({ ...state, isRefused: false }));
		void loadLastBackup().then((at) => setLastBackup(at ?? 'never'));
		const unwatch = index.watch(() => void lookAgain());
		return () => {
			isLeft = true;
			unwatch();
		};
	}, []);

	async function keepStorage(): Promise<void> {
		const isKept = await askToKeepStorage();
		setStorage({ ...(await readStorageState()), isKept, isRefused: !isKept });
	}

	const facts = { version: browser.runtime.getManifest().version, userAgent: navigator.userAgent, locale, counts };
	const diagnostics = diagnosticsOf(facts, { storage, index: indexState, check });
	return (
		<Health
			state={{ storage, lastBackup, changes, index: indexState, check, diagnostics }}
			actions={{
				keepStorage: () => void keepStorage(),
				rebuildIndex: () => void index.ask('rebuild', {}).catch(() => fail('unreachable')),
				check: begin,
				repair,
				copy: (text) => navigator.clipboard.writeText(text),
			}}
		/>
	);
}

/** One after the other: a search overtakes those before it. Undefined where another search of the page did. */
async function readChanges(index: ViewContext['index']): Promise<Changes | undefined> {
	const count = async (kind: SearchKind, query: string) =>
		(await index.search({ kind, query, order: kind === 'article' ? 'annotated' : 'created' }))?.total;
	const articles = await count('article', 'is:changed');
	const passages = await count('annotation', 'is:changed');
	const orphans = await count('annotation', 'is:orphan');
	return articles === undefined || passages === undefined || orphans === undefined
		? undefined
		: { articles, passages, orphans };
}
