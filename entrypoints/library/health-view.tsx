import { Health } from '../../components/library/health-view.tsx';
import type { ViewContext } from './view-context.ts';

/** Joins the view with the store. */
export function HealthView(_: ViewContext) {
	return <Health />;
}
