/** What JSON leaves as it is and YAML 1.2 does not allow raw, or some readers take for a line break or a byte order mark. */
const NOT_PLAIN_IN_YAML = /[\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/g;

/**
 * A string as a YAML double-quoted scalar on one line: the JSON form, which YAML 1.2 reads alike
 * (https://yaml.org/spec/1.2.2/#12-relation-to-json), tabs and line breaks as escapes. Lone surrogates become U+FFFD.
 */
export function yamlString(value: string): string {
	return JSON.stringify(value.toWellFormed()).replace(
		NOT_PLAIN_IN_YAML,
		(character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
	);
}
