const UNITS = ['byte', 'kilobyte', 'megabyte', 'gigabyte', 'terabyte'] as const;

/** A number of bytes as people write it in their language: two digits, in the unit that leaves few of them. */
export function formatBytes(bytes: number, locale: string): string {
	const power = Math.min(UNITS.length - 1, Math.max(0, Math.floor(Math.log10(Math.max(1, bytes)) / 3)));
	const options = { style: 'unit', unit: UNITS[power], unitDisplay: 'short', maximumSignificantDigits: 2 } as const;
	const value = bytes / 1000 ** power;
	return new Intl.NumberFormat(locale, value < 100 ? options : { ...options, maximumSignificantDigits: 3 }).format(
		value,
	);
}
