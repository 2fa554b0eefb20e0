import { growthOf, MEASURED, percent, warm } from './judge.ts';
import type { Sample } from './measure.ts';

const WIDTH = 820;
const HEIGHT = 340;
const AREA = { left: 56, right: 150, top: 44, bottom: 44 };
const LOOK = { page: { color: '#1f6fb4' }, background: { color: '#b4531f' }, panel: { color: '#3a7d34' } };
const MB = 1_000_000;

/** The memory of page, background and panel over the acts, as an SVG that reads on white and on black. */
export function plot(samples: readonly Sample[], title: string): string {
	const most = Math.max(...samples.map(({ acts }) => acts));
	const highest = Math.ceil(
		(Math.max(...samples.flatMap((sample) => MEASURED.map((name) => sample[name]))) / MB) * 1.1,
	);
	const x = (acts: number) => AREA.left + (acts / most) * (WIDTH - AREA.left - AREA.right);
	const y = (bytes: number) => HEIGHT - AREA.bottom - (bytes / MB / highest) * (HEIGHT - AREA.top - AREA.bottom);
	const text = (at: number, down: number, words: string, more = '') =>
		`<text x="${at.toFixed(1)}" y="${down.toFixed(1)}" ${more}>${words}</text>`;
	const step = Math.max(1, Math.ceil(highest / 6));
	const levels = Array.from({ length: Math.floor(highest / step) + 1 }, (_, index) => index * step);
	const grid = levels.map(
		(level) =>
			`<path d="M${AREA.left} ${y(level * MB).toFixed(1)}H${WIDTH - AREA.right}" class="grid"/>${text(AREA.left - 8, y(level * MB) + 4, `${level}`, 'text-anchor="end"')}`,
	);
	const ticks = [0, 0.25, 0.5, 0.75, 1].map((share) =>
		text(x(share * most), HEIGHT - AREA.bottom + 20, `${Math.round(share * most)}`, 'text-anchor="middle"'),
	);
	const lines = MEASURED.map((name) => {
		const points = samples.map((sample) => `${x(sample.acts).toFixed(1)},${y(sample[name]).toFixed(1)}`);
		return `<polyline points="${points.join(' ')}" fill="none" stroke="${LOOK[name].color}" stroke-width="2"/>`;
	});
	const last = samples.at(-1)!;
	// Beside their lines, and not one upon the other.
	let free = Number.POSITIVE_INFINITY;
	const labels = [...MEASURED]
		.sort((a, b) => last[a] - last[b])
		.map((name) => {
			free = Math.min(y(last[name]) + 4, free - 18);
			const said = `${name} ${(last[name] / MB).toFixed(1)} (${percent(growthOf(warm(samples), name))})`;
			return text(WIDTH - AREA.right + 8, free, said, `style="fill:${LOOK[name].color}"`);
		});
	return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="Memory over ${title}">
<style>text{font:12px system-ui,sans-serif;fill:#444}.grid{stroke:#ccc}.title{font-size:14px;fill:#222}</style>
<rect width="${WIDTH}" height="${HEIGHT}" rx="8" fill="#fff"/>
${text(AREA.left, 24, `JavaScript memory in MB, after collection: ${title}`, 'class="title"')}
${grid.join('\n')}
${ticks.join('\n')}
${text((AREA.left + WIDTH - AREA.right) / 2, HEIGHT - 8, 'acts', 'text-anchor="middle"')}
${lines.join('\n')}
${labels.join('\n')}
</svg>
`;
}
