export function textFragmentUrl(
	url: string,
	_quote: { readonly exact: string; readonly prefix: string; readonly suffix: string },
	_lang?: string,
	_articleText?: string,
): string {
	return url;
}
