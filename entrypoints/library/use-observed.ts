import { useEffect, useState } from 'preact/hooks';
import type { ViewContext } from './view-context.ts';

/** What a query of the store answers, now and after every write that may change it; undefined until it has answered once. */
export function useObserved<T>(
	{ store, fail }: Pick<ViewContext, 'store' | 'fail'>,
	query: () => Promise<T>,
): T | undefined {
	const [value, setValue] = useState<T>();
	useEffect(
		() =>
			store.observe(
				query,
				(next) => {
					setValue(next);
					fail(undefined);
				},
				fail,
			),
		[],
	);
	return value;
}
