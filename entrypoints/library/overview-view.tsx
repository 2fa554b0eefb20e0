import { Overview } from '../../components/library/overview-view.tsx';
import type { ViewContext } from './view-context.ts';

/** Joins the view with the store. */
export function OverviewView(_: ViewContext) {
	return <Overview />;
}
