/** The address of a file by its name, or by its place in the folder that was chosen, `/` between folders. */
export function fileAddress(path: string): string {
	// A name may hold half a character, which no address can.
	return `file:///${path.toWellFormed().split('/').map(encodeURIComponent).join('/')}`;
}
