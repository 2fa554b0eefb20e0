import { findDataIsland } from './data-island.ts';
import { createGathering } from './gather.ts';
import type { Imported, ImportSurroundings, NotUnderstood } from './imported.ts';
import { parseJson } from './parse-json.ts';
import { isClipperFile, readClipper } from './read-clipper.ts';
import { readHypothesis } from './read-hypothesis.ts';
import { isObject } from './read-member.ts';
import { isReadwiseFile, readReadwise } from './read-readwise.ts';
import { readWebAnnotations, typesOf } from './read-web-annotations.ts';

/** The forms that are read, besides our own backup. */
export const IMPORT_FORMATS = ['html', 'web-annotation', 'hypothesis', 'clipper', 'readwise'] as const;
export type ImportFormat = (typeof IMPORT_FORMATS)[number];

export interface ReadImport extends Imported {
	/** Undefined where the file is of none of the forms. */
	readonly format?: ImportFormat;
}

/** Annotations out of a file of another program, or an export of ours; which form it has is seen from what stands in it. */
export function readImport(file: string, surroundings: ImportSurroundings): ReadImport {
	const text = file.replace(/^\ufeff/, '');
	const gathering = createGathering(surroundings);
	const { at } = surroundings;
	const start = text.trimStart();
	if (start.startsWith('{') || start.startsWith('[')) {
		const parsed = parseJson(text);
		if ('trouble' in parsed) return { parts: [], notUnderstood: [parsed.trouble] };
		const format = jsonFormat(parsed.value);
		if (format === 'hypothesis') readHypothesis(parsed.value, text, at, gathering);
		else if (format === 'clipper') readClipper(parsed.value, text, at, gathering);
		else if (format === 'web-annotation') readWebAnnotations(parsed.value, text, at, gathering);
		return { ...gathering.result(), ...(format && { format }) };
	}
	const island = start.startsWith('<') ? findDataIsland(text) : undefined;
	if (island !== undefined) {
		const parsed = parseJson(island.json);
		if ('value' in parsed) readWebAnnotations(parsed.value, island.json, at, gathering);
		const { parts, notUnderstood } = gathering.result();
		const told: readonly NotUnderstood[] = 'trouble' in parsed ? [parsed.trouble] : notUnderstood;
		const lines = told.map((one) => ({ ...one, line: (one.line ?? 1) + island.linesBefore }));
		return { format: 'html', parts, notUnderstood: lines };
	}
	if (!isReadwiseFile(text)) return { parts: [], notUnderstood: [] };
	readReadwise(text, at, gathering);
	return { format: 'readwise', ...gathering.result() };
}

function jsonFormat(value: unknown): ImportFormat | undefined {
	if (isObject(value) && Array.isArray(value.annotations)) return 'hypothesis';
	if (isClipperFile(value)) return 'clipper';
	return hasAnnotations(value) ? 'web-annotation' : undefined;
}

function hasAnnotations(value: unknown): boolean {
	if (Array.isArray(value)) return value.some(hasAnnotations);
	if (!isObject(value)) return false;
	const types = typesOf(value);
	const isOne = ['Annotation', 'AnnotationPage', 'AnnotationCollection'].some((type) => types.includes(type));
	return isOne || Array.isArray(value['@graph']);
}
