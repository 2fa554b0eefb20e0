/** How long a file that is being saved stays readable, in milliseconds. */
const READABLE_MS = 60_000;

/** Saves a file where the browser saves downloads. An anchor does it: no permission is needed. */
export function saveBlob(blob: Blob, fileName: string): void {
	const address = URL.createObjectURL(blob);
	const anchor = document.createElement('a');
	anchor.href = address;
	anchor.download = fileName;
	anchor.click();
	setTimeout(() => URL.revokeObjectURL(address), READABLE_MS);
}
