import type { Annotation } from '../../utils/domain/annotation.ts';
import type { ArticleFacts } from '../../utils/domain/article.ts';
import { NoteText } from '../annotation/note-text.tsx';
import { useTranslation } from '../translation.ts';

interface TextlessProps {
	readonly facts: ArticleFacts;
	/** In reading order, as far as that is known. */
	readonly annotations: readonly Annotation[];
	/** Links that lead on. */
	readonly ways: readonly (readonly [words: string, href: string])[];
}

/** What is known of an article of which no text is kept: its title, and what was annotated in it. */
export function Textless({ facts, annotations, ways }: TextlessProps) {
	const { translate } = useTranslation();
	return (
		<div class="textless">
			<h1 lang={facts.lang} dir={facts.dir}>
				{facts.title}
			</h1>
			<p class="why">{translate(annotations.length > 0 ? 'textNotStored' : 'textMissing')}</p>
			<p class="ways">
				{ways.map(([words, href]) => (
					<a key={href} href={href} rel="noreferrer">
						{words}
					</a>
				))}
			</p>
			{annotations.length > 0 && (
				<ul aria-label={translate('annotationsList')}>
					{annotations.map(({ id, color, note, tags, selectors }) => (
						<li key={id} class={color}>
							<blockquote lang={facts.lang} dir="auto">
								{selectors.quote.exact}
							</blockquote>
							{note !== '' && <NoteText note={note} />}
							{tags.length > 0 && (
								<p class="tags">
									{tags.map((tag) => (
										<span key={tag} dir="auto">
											{tag}
										</span>
									))}
								</p>
							)}
						</li>
					))}
				</ul>
			)}
		</div>
	);
}
