/** What by its ending is no text of an article. Anything else is looked into: names of articles end in anything. */
const NO_TEXT = new Set(
	`jpg jpeg png gif webp avif svg ico bmp tif tiff heic psd
	mp3 mp4 m4a m4v aac ogg oga ogv opus flac wav webm mov avi mkv wmv vtt srt
	css js mjs cjs map ts wasm json xml rss atom csv tsv xls xlsx ods doc docx odt rtf ppt pptx odp pdf epub mobi azw3
	zip gz tgz bz2 xz 7z rar tar iso dmg exe dll so dylib bin dat db sqlite sqlite3 warc cdx
	woff woff2 ttf otf eot lnk url ini log tmp part crdownload py sh bat ps1 yml yaml toml lock`.split(/\s+/),
);

/** Folders in which browsers put the parts of a page saved beside them, `NAME` being the page's: `NAME_files` and its translations. */
const PARTS = /(?:[_-](?:files|fichiers|dateien|archivos|arquivos|ficheiros|file|bestanden|fișiere|fisiere)|\.files)$/i;

/** Whether a file is left out by its name alone: hidden, or of a kind that is no text. */
export function isPassedOver(name: string): boolean {
	return name.startsWith('.') || NO_TEXT.has(endingOf(name)) || /^(?:thumbs\.db|desktop\.ini)$/i.test(name);
}

/** Whether a folder is not walked: hidden, or the parts of a page that is saved beside it. */
export function isFolderPassedOver(name: string, hasBeside: (name: string) => boolean): boolean {
	if (name.startsWith('.') || /^(?:__MACOSX|node_modules)$/.test(name)) return true;
	const page = name.replace(PARTS, '');
	return page !== name && ['.html', '.htm', '.xhtml', '.HTML', '.HTM', ''].some((ending) => hasBeside(page + ending));
}

/** The forms in which one file holds a whole page with its parts. */
export function isPackedPage(name: string): boolean {
	return /^(?:mhtml?|webarchive|maff)$/.test(endingOf(name));
}

function endingOf(name: string): string {
	return name.slice(name.lastIndexOf('.') + 1).toLowerCase();
}
