import type { ComponentChildren } from 'preact';
import { type MessageKey, useTranslation } from '../translation.ts';
import { type AnyOrder, LIST_GROUPS, LIST_ORDERS, type ListGroup, type ListName } from './library-address.ts';

interface ListToolsProps {
	readonly list: ListName;
	/** How many there are, in words. */
	readonly summary: string;
	readonly isSearching: boolean;
	readonly order: AnyOrder;
	readonly setOrder: (order: AnyOrder) => void;
	readonly group: ListGroup;
	readonly setGroup: (group: ListGroup) => void;
	/** What else can be done. */
	readonly children: ComponentChildren;
}

const ORDER_KEYS: Readonly<Record<AnyOrder, MessageKey>> = {
	sense: 'orderSense',
	annotated: 'orderAnnotated',
	published: 'orderPublished',
	captured: 'orderCaptured',
	created: 'orderCreated',
	modified: 'orderModified',
};

const GROUP_KEYS: Readonly<Record<ListGroup, MessageKey>> = {
	month: 'groupMonth',
	day: 'groupDay',
	none: 'groupNone',
};

/** How many rows a list has, and the order they stand in. */
export function ListTools(props: ListToolsProps) {
	const { list, summary, isSearching, order, group } = props;
	const orders: readonly AnyOrder[] = isSearching ? ['sense', ...LIST_ORDERS[list]] : LIST_ORDERS[list];
	return (
		<div class="list-tools">
			<p class="summary" role="status">
				{summary}
			</p>
			<Choice label="sortBy" values={orders} keys={ORDER_KEYS} chosen={order} choose={props.setOrder} />
			{order !== 'sense' && (
				<Choice label="groupBy" values={LIST_GROUPS} keys={GROUP_KEYS} chosen={group} choose={props.setGroup} />
			)}
			{props.children}
		</div>
	);
}

interface ChoiceProps<Value extends string> {
	readonly label: MessageKey;
	readonly values: readonly Value[];
	readonly keys: Readonly<Record<Value, MessageKey>>;
	readonly chosen: Value;
	readonly choose: (value: Value) => void;
}

function Choice<Value extends string>({ label, values, keys, chosen, choose }: ChoiceProps<Value>) {
	const { translate } = useTranslation();
	return (
		<label class="choice">
			<span class="label">{translate(label)}</span>
			<select value={chosen} onChange={(event) => choose(event.currentTarget.value as Value)}>
				{values.map((value) => (
					<option key={value} value={value} selected={value === chosen}>
						{translate(keys[value])}
					</option>
				))}
			</select>
		</label>
	);
}
