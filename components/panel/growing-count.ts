import { useEffect, useState } from 'preact/hooks';

/** More than fit into any popup. */
const FIRST = 12;

/** How many items of a long list to show: what can be seen at once, and all of them a moment later. */
export function useGrowingCount(length: number): number {
	const [isWhole, setWhole] = useState(false);
	const isLong = length > FIRST;
	useEffect(() => {
		if (!isLong || isWhole) return;
		// After the frame that shows the first items.
		let timer: ReturnType<typeof setTimeout>;
		const frame = requestAnimationFrame(() => {
			timer = setTimeout(() => setWhole(true));
		});
		return () => {
			cancelAnimationFrame(frame);
			clearTimeout(timer);
		};
	}, [isLong, isWhole]);
	return isWhole ? length : Math.min(length, FIRST);
}
