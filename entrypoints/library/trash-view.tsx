import { Trash } from '../../components/library/trash-view.tsx';
import type { ViewContext } from './view-context.ts';

/** Joins the view with the store. */
export function TrashView(_: ViewContext) {
	return <Trash />;
}
