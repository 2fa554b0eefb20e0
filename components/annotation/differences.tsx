import type { Difference } from '../../utils/domain/outcome.ts';
import { useTranslation } from '../translation.ts';
import { joinedDifferences } from './joined-differences.ts';

const ELEMENT = { removed: 'del', added: 'ins' } as const;
const SPOKEN = { removed: 'wordsRemoved', added: 'wordsAdded' } as const;

/** What a text was and is, word by word: removed words struck out, added ones underlined, and both told to screen readers. */
export function Differences({ differences }: { readonly differences: readonly Difference[] }) {
	const { translate } = useTranslation();
	return (
		<>
			{joinedDifferences(differences).map(({ kind, text }, index) => {
				if (kind === 'same') return text;
				const Element = ELEMENT[kind];
				return (
					<Element key={index}>
						<span class="visually-hidden">{translate(SPOKEN[kind])} </span>
						{text}
					</Element>
				);
			})}
		</>
	);
}
