import * as v from 'valibot';
import type { Annotation } from './annotation.ts';
import type { ArticleVersion } from './article.ts';
import { annotationSchema, note } from './check-annotation.ts';
import { dropUndefined, factEntries, keysSchema, LONGEST_ADDRESS, versionEntries } from './check-article.ts';
import { type Examined, examine, idSchema, instantSchema, text } from './check-field.ts';
import type { ArticleRecord } from './library-part.ts';

const articleRecordSchema = v.pipe(
	v.object({
		...factEntries,
		id: idSchema,
		keys: keysSchema,
		addresses: v.pipe(v.array(text(LONGEST_ADDRESS)), v.maxLength(10_000)),
		added: instantSchema,
		note: v.exactOptional(note),
		asOf: instantSchema,
		annotated: v.exactOptional(instantSchema),
		deleted: v.exactOptional(instantSchema),
	}),
	v.transform(dropUndefined),
);

const articleVersionSchema = v.object({ ...versionEntries, articleId: idSchema });

/** An article from a file. */
export function examineArticle(value: unknown): Examined<ArticleRecord> {
	return examine(articleRecordSchema, value) as Examined<ArticleRecord>;
}

/** A version of an article from a file. */
export function examineVersion(value: unknown): Examined<ArticleVersion> {
	return examine(articleVersionSchema, value);
}

/** An annotation from a file. */
export function examineAnnotation(value: unknown): Examined<Annotation> {
	return examine(annotationSchema, value);
}
