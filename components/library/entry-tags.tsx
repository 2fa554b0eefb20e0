import { numberFormat } from '../once-per-locale.ts';
import { useTranslation } from '../translation.ts';

interface EntryTagsProps {
	readonly tags: readonly string[];
	/** More are told by their number. */
	readonly most: number;
}

/** The tags of an entry, each in the direction of its own script. */
export function EntryTags({ tags, most }: EntryTagsProps) {
	const { locale } = useTranslation();
	const more = tags.length - most;
	return (
		<>
			{tags.slice(0, most).map((tag) => (
				<span key={tag} class="tag" dir="auto">
					{tag}
				</span>
			))}
			{more > 0 && <span class="tag">+{numberFormat(locale).format(more)}</span>}
		</>
	);
}
