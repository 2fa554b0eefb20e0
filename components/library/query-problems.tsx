import type { QueryProblem } from '../../utils/domain/search.ts';
import { type MessageKey, useTranslation } from '../translation.ts';

const KEYS: Readonly<Record<QueryProblem['kind'], MessageKey>> = {
	'unbalanced-quote': 'problemUnbalancedQuote',
	'unknown-operator': 'problemUnknownOperator',
	'bad-value': 'problemBadValue',
	'too-long': 'problemTooLong',
};

/** What of a query could not be taken as it stands. */
export function QueryProblems({ problems }: { readonly problems: readonly QueryProblem[] }) {
	const { translate } = useTranslation();
	return (
		<div role="status">
			{problems.map(({ kind, at, text }) => (
				<p key={`${kind}${at}`} class="query-problem">
					{translate(KEYS[kind], text)}
				</p>
			))}
		</div>
	);
}
