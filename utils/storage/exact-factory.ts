/** Dexie numbers versions in tens, so that 1 is IndexedDB's 10. */
const NATIVE_STEP = 10;

/**
 * IndexedDB, opened at one version only.
 *
 * Dexie 4 never lets a VersionError through: it opens a newer database without naming a version, and adds the stores
 * and indexes it misses (https://github.com/dexie/Dexie.js/pull/1880). A database that a newer En marge wrote must be
 * left untouched instead, so every other way of opening is answered with the VersionError that the browser would give.
 */
export function exactFactory(
	version: number,
	given?: IDBFactory,
): Pick<IDBFactory, 'open' | 'deleteDatabase' | 'databases'> {
	const factory = () => {
		const found = given ?? globalThis.indexedDB;
		if (!found) throw new DOMException('There is no IndexedDB here', 'InvalidStateError');
		return found;
	};
	return {
		open(name, asked) {
			if (asked !== version * NATIVE_STEP) throw new DOMException('Stored in another form', 'VersionError');
			return factory().open(name, asked);
		},
		deleteDatabase: (name) => factory().deleteDatabase(name),
		databases: () => factory().databases(),
	};
}
