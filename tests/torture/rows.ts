/** What lies in a database, by table. */
export type Rows = Readonly<Record<string, readonly Row[]>>;
export type Row = Readonly<Record<string, unknown>>;

/** Stands for a member that is there and undefined, as acts on many write down what was absent. */
const ABSENT = '\u0000undefined';

/** Rows as text, on the way between a browser and this program. */
export function packRows(rows: Rows): string {
	return JSON.stringify(rows, (_, value) => (value === undefined ? ABSENT : value));
}

export function unpackRows(text: string): Rows {
	return unpacked(JSON.parse(text)) as Rows;
}

function unpacked(value: unknown): unknown {
	if (value === ABSENT) return undefined;
	if (Array.isArray(value)) return value.map(unpacked);
	if (typeof value !== 'object' || value === null) return value;
	return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, unpacked(one)]));
}

const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;
/** So begin the ids that the torture gives itself; all others are drawn by lot where the act is done. */
const OWN_ID = '00000000-';

/**
 * Rows as one list of lines that is the same for two databases with the same contents: what is drawn by lot is named
 * by what it stands for, acts are counted in their order.
 */
export function comparable(rows: Rows): string[] {
	const names = new Map<string, string>();
	for (const { id, keys } of rows.articles ?? []) {
		const [first] = (keys as string[]).filter((key) => key.search(UUID) < 0).sort();
		names.set(id as string, `article of ${first}`);
	}
	const named = (text: string) =>
		text.replace(UUID, (id) => names.get(id) ?? (id.startsWith(OWN_ID) ? id : 'drawn by lot'));
	const numbers = (rows.acts ?? []).map(({ seq }) => seq as number).sort((a, b) => a - b);
	const place = (seq: unknown) => numbers.filter((one) => one <= (seq as number)).length;
	const lines: string[] = [];
	for (const [table, all] of Object.entries(rows)) {
		for (const row of all) {
			const shown =
				table === 'pending'
					? { key: row.key }
					: table === 'acts'
						? { ...row, seq: place(row.seq), ...('newest' in row && { newest: place(row.newest) }) }
						: table === 'articles'
							? { ...row, keys: [...(row.keys as string[])].sort() }
							: row;
			const sorted = Object.fromEntries(Object.entries(shown).sort(([a], [b]) => (a < b ? -1 : 1)));
			lines.push(named(`${table} ${packRows(sorted as never)}`));
		}
	}
	return lines.sort();
}

export function isSame(one: Rows, other: Rows): boolean {
	return comparable(one).join('\n') === comparable(other).join('\n');
}

/** The lines that only one of two databases has. */
export function differences(one: Rows, other: Rows): string[] {
	const [mine, theirs] = [comparable(one), comparable(other)];
	return [
		...mine.filter((line) => !theirs.includes(line)).map((line) => `- ${line}`),
		...theirs.filter((line) => !mine.includes(line)).map((line) => `+ ${line}`),
	];
}
