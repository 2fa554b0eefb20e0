import type { Annotation } from '../../utils/domain/annotation.ts';
import type { Article } from '../../utils/domain/article.ts';
import { NoteText } from '../annotation/note-text.tsx';
import { formatDate } from '../format-date.ts';
import { colorLabel } from '../page/color-label.ts';
import { useTranslation } from '../translation.ts';
import { EntryFrame, type EntryProps } from './entry-frame.tsx';
import { EntryTags } from './entry-tags.tsx';
import { MarkedText, type MarkedWords } from './marked-text.tsx';

/** An annotated passage as the library lists it. */
export interface ListedPassage {
	readonly annotation: Annotation;
	readonly article: Article;
	/** Where it is read, at its place. */
	readonly href: string;
}

/** What a search found in an annotation. */
export interface PassageHit {
	readonly quote?: MarkedWords | undefined;
	/** A sentence of its note. */
	readonly note?: MarkedWords | undefined;
}

interface PassageEntryProps extends EntryProps {
	readonly listed: ListedPassage;
	readonly hit: PassageHit | undefined;
	readonly copy: () => void;
}

/** Shown of its tags: all that anybody gives, and not a page of those that came with a file. */
const MOST_TAGS = 20;

export function PassageEntry({ listed, hit, copy, ...entry }: PassageEntryProps) {
	const { translate, locale } = useTranslation();
	const { annotation, article, href } = listed;
	const { color, note, tags, selectors, created } = annotation;
	const { tabIndex } = entry.row;
	return (
		<EntryFrame {...entry} name={selectors.quote.exact.slice(0, 80)} className={`passage ${color}`}>
			<blockquote lang={article.lang} dir="auto">
				<a href={href} tabIndex={tabIndex}>
					<MarkedText {...(hit?.quote ?? { text: selectors.quote.exact, marks: [] })} />
				</a>
			</blockquote>
			{hit?.note ? (
				<p class="note" dir="auto">
					<MarkedText {...hit.note} />
				</p>
			) : (
				note !== '' && <NoteText note={note} tabIndex={tabIndex} />
			)}
			<p class="facts">
				<span class="visually-hidden">{colorLabel(translate, color)}</span>
				<span class="source" lang={article.lang} dir="auto">
					{article.title}
				</span>
				<time dateTime={created}>{formatDate(created, locale)}</time>
				<EntryTags tags={tags} most={MOST_TAGS} />
				<button type="button" class="plain copy" tabIndex={tabIndex} onClick={copy}>
					{translate('copyQuote')}
				</button>
			</p>
		</EntryFrame>
	);
}
