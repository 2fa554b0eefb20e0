import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';

interface HealthCardProps {
	readonly title: string;
	/** Whether all is well, or the reader should look. The words say so too. */
	readonly state: 'well' | 'look' | 'unknown';
	readonly children: ComponentChildren;
}

/** One thing that can be well or not, and what can be done about it. */
export function HealthCard({ title, state, children }: HealthCardProps) {
	const id = useId();
	return (
		<section class={`health-card ${state}`} aria-labelledby={id}>
			<h3 id={id}>{title}</h3>
			{children}
		</section>
	);
}
