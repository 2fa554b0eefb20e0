import type { MessageKey } from '../translation.ts';
import { useTranslation } from '../translation.ts';
import { Scrolled } from './scrolled.tsx';

/** Something in a file that was not understood, in words of ours. */
export interface ToldTrouble {
	readonly why: MessageKey;
	readonly line?: number | undefined;
	readonly path?: string | undefined;
}

/** Named at most. */
const MOST_NAMED = 200;

interface NotUnderstoodListProps {
	readonly troubles: readonly ToldTrouble[];
	/** Whether it is shown at once: where nothing else is to be told. */
	readonly isOpen?: boolean;
}

/** Everything in a file that was not understood, with where it stands. */
export function NotUnderstoodList({ troubles, isOpen = false }: NotUnderstoodListProps) {
	const { translate, locale } = useTranslation();
	const number = new Intl.NumberFormat(locale);
	if (troubles.length === 0) return null;
	const told = translate('exchangeNotUnderstood', number.format(troubles.length));
	return (
		<details class="exchange-troubles" open={isOpen}>
			<summary>{told}</summary>
			<Scrolled label={told}>
				<ul>
					{troubles.slice(0, MOST_NAMED).map(({ why, line, path }, index) => (
						<li key={index}>
							{line !== undefined && <span>{translate('exchangeLine', number.format(line))} </span>}
							{path !== undefined && <code dir="ltr">{path}</code>} <span class="quiet">{translate(why)}</span>
						</li>
					))}
					{troubles.length > MOST_NAMED && (
						<li>{translate('exchangeMore', number.format(troubles.length - MOST_NAMED))}</li>
					)}
				</ul>
			</Scrolled>
		</details>
	);
}
