import { useId } from 'preact/hooks';

interface ChoiceProps<Value> {
	readonly name: string;
	readonly values: readonly Value[];
	readonly chosen: Value;
	readonly wordsOf: (value: Value) => string;
	readonly choose: (value: Value) => void;
}

/** One of a few values, by a label. */
export function Choice<Value extends string | number>({ name, values, chosen, wordsOf, choose }: ChoiceProps<Value>) {
	const id = useId();
	return (
		<div class="field">
			<label for={id}>{name}</label>
			<select
				id={id}
				value={chosen}
				onChange={({ currentTarget: { selectedIndex } }) => {
					const value = values[selectedIndex];
					if (value !== undefined) choose(value);
				}}
			>
				{values.map((value) => (
					<option key={value} value={value}>
						{wordsOf(value)}
					</option>
				))}
			</select>
		</div>
	);
}
