import type { QueryProblem } from '../../utils/domain/search.ts';
import { type MessageKey, useTranslation } from '../translation.ts';

const KEYS: Readonly<Record<QueryProblem['kind'], MessageKey>> = {
	'unbalanced-quote': 'problemUnbalancedQuote',
	'unknown-operator': 'problemUnknownOperator',
	'bad-value': 'problemBadValue',
	'no-words': 'problemNoWords',
	'too-long': 'problemTooLong',
};

interface QueryProblemsProps {
	readonly problems: readonly QueryProblem[];
	/** Of the answer. */
	readonly state: 'exact' | 'incomplete' | 'failed';
}

/** What of a query could not be taken as it stands, and what is to be known of the answer. */
export function QueryProblems({ problems, state }: QueryProblemsProps) {
	const { translate } = useTranslation();
	return (
		<div role="status">
			{state !== 'exact' && (
				<p class="query-problem">{translate(state === 'failed' ? 'searchFailed' : 'searchIncomplete')}</p>
			)}
			{problems.map(({ kind, at, text }) => (
				<p key={`${kind}${at}`} class="query-problem">
					{translate(KEYS[kind], text)}
				</p>
			))}
		</div>
	);
}
