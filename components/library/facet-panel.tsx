import { useId, useState } from 'preact/hooks';
import { type MessageKey, useTranslation } from '../translation.ts';

/** A value that a list can be narrowed to. */
export interface FacetChoice {
	readonly value: string;
	/** In the reader's words. */
	readonly label: string;
	/** How many there are with it. */
	readonly count: number;
	readonly isChosen: boolean;
}

export interface Facet {
	readonly name: 'edition' | 'section' | 'color' | 'tag';
	/** Those of most first. */
	readonly choices: readonly FacetChoice[];
}

interface FacetPanelProps {
	readonly facets: readonly Facet[];
	readonly toggle: (name: Facet['name'], value: string) => void;
}

const LABELS: Readonly<Record<Facet['name'], MessageKey>> = {
	edition: 'facetEdition',
	section: 'facetSection',
	color: 'color',
	tag: 'tags',
};

/** Shown before the reader asks for all. */
const FEW = 6;

/** What the list can be narrowed to: each value with how many there are. */
export function FacetPanel({ facets, toggle }: FacetPanelProps) {
	const { translate } = useTranslation();
	const [isOpen, setOpen] = useState(false);
	const id = useId();
	const told = facets.filter(({ choices }) => choices.length > 1 || choices.some(({ isChosen }) => isChosen));
	if (told.length === 0) return null;
	return (
		<div class={`facets ${isOpen ? 'open' : ''}`}>
			{/* Where there is no room beside the list. */}
			<button
				type="button"
				class="facets-opener"
				aria-expanded={isOpen}
				aria-controls={id}
				onClick={() => setOpen(!isOpen)}
			>
				{translate('filter')}
			</button>
			<div id={id} class="facets-all">
				{told.map(({ name, choices }) => (
					<fieldset key={name} class="facet">
						<legend>{translate(LABELS[name])}</legend>
						<FacetChoices name={name} choices={choices} toggle={(value) => toggle(name, value)} />
					</fieldset>
				))}
			</div>
		</div>
	);
}

interface FacetChoicesProps extends Facet {
	readonly toggle: (value: string) => void;
}

function FacetChoices({ name, choices, toggle }: FacetChoicesProps) {
	const { translate, locale } = useTranslation();
	const [areAll, setAll] = useState(false);
	const number = new Intl.NumberFormat(locale);
	const shown = areAll ? choices : choices.filter(({ isChosen }, index) => index < FEW || isChosen);
	return (
		<>
			{shown.map(({ value, label, count, isChosen }) => (
				<button
					key={value}
					type="button"
					class={`facet-choice ${name === 'color' ? value : ''}`}
					aria-pressed={isChosen}
					onClick={() => toggle(value)}
				>
					{name === 'color' && <span class="dot" aria-hidden="true" />}
					<span class="facet-label">
						<bdi>{label}</bdi>
					</span>{' '}
					<span class="number">{number.format(count)}</span>
				</button>
			))}
			{shown.length < choices.length && (
				<button type="button" class="plain more" onClick={() => setAll(true)}>
					{translate('showAll', number.format(choices.length))}
				</button>
			)}
		</>
	);
}
