/** What several files or folders, chosen together, are called: the first of them, and how many more there are. */
export function nameOfAll(first: string, count: number): string {
	return count > 1 ? `${first} +${count - 1}` : first;
}
