import { useState } from 'preact/hooks';
import { parseTags } from '../annotation/tags.ts';
import { TagsField } from '../annotation/tags-field.tsx';
import { useTranslation } from '../translation.ts';

interface TagManyProps {
	readonly loadTags: () => Promise<readonly string[]>;
	readonly tag: (tags: readonly string[], how: 'add' | 'remove') => void;
}

/** Gives tags to all that is selected, or takes them away. */
export function TagMany({ loadTags, tag }: TagManyProps) {
	const { translate } = useTranslation();
	const [typed, setTyped] = useState('');
	const tags = parseTags(typed);
	return (
		<form
			class="tag-many"
			onSubmit={(event) => {
				event.preventDefault();
				if (tags.length > 0) tag(tags, 'add');
			}}
		>
			<TagsField tags={typed} setTags={setTyped} loadTags={loadTags} left={() => {}} />
			<button type="submit" class="primary" disabled={tags.length === 0}>
				{translate('addTags')}
			</button>
			<button type="button" disabled={tags.length === 0} onClick={() => tag(tags, 'remove')}>
				{translate('removeTags')}
			</button>
		</form>
	);
}
