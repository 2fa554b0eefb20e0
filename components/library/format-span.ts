/** A span of time about as long, as people say it: whole seconds in fives, minutes, hours. */
export function formatSpan(seconds: number, locale: string): string {
	const [value, unit] =
		seconds < 55
			? ([Math.max(5, Math.ceil(seconds / 5) * 5), 'second'] as const)
			: seconds < 55 * 60
				? ([Math.max(1, Math.round(seconds / 60)), 'minute'] as const)
				: ([Math.max(1, Math.round(seconds / 3600)), 'hour'] as const);
	return new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'long' }).format(value);
}
