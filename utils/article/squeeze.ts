/** White space as a browser shows it: runs of it are one space, none at the ends. NBSP and ideographic space stay inside. */
export function squeeze(text: string | null | undefined): string {
	return (text ?? '').replace(/[ \t\n\f\r]+/g, ' ').trim();
}
