import type { ComponentChild } from 'preact';
import { useId, useState } from 'preact/hooks';
import { useTranslation } from '../translation.ts';

interface OverviewFigureProps {
	readonly title: string;
	readonly picture: () => ComponentChild;
	/** The same in words and numbers. */
	readonly table: () => ComponentChild;
}

/** Something to be looked at, with the table that it is drawn from behind it. */
export function OverviewFigure({ title, picture, table }: OverviewFigureProps) {
	const { translate } = useTranslation();
	const id = useId();
	const [isTable, setTable] = useState(false);
	return (
		<section class="figure" aria-labelledby={id}>
			<header>
				<h3 id={id}>{title}</h3>
				<button
					type="button"
					class="plain"
					aria-label={`${translate('asTable')} — ${title}`}
					aria-pressed={isTable}
					onClick={() => setTable(!isTable)}
				>
					{translate('asTable')}
				</button>
			</header>
			{isTable ? table() : picture()}
		</section>
	);
}
