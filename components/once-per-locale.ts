/** Making a formatter of `Intl` takes longer than using it a hundred times: each is made once for a locale, and kept. */
export function oncePerLocale<Formatter>(make: (locale: string) => Formatter): (locale: string) => Formatter {
	const made = new Map<string, Formatter>();
	return (locale) => {
		const formatter = made.get(locale) ?? make(locale);
		made.set(locale, formatter);
		return formatter;
	};
}

/** Writes numbers as they are written in a language. */
export const numberFormat = oncePerLocale((locale) => new Intl.NumberFormat(locale));
