import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';

/** In CSS pixels. A column is wide enough for a popup to be read. */
const COLUMN_PX = 380;

/**
 * Puts all pictures of a folder on one sheet, drawn by a browser: a row for each surface, a column for each scene and theme.
 * Pictures are named `<locale>-<theme>-<surface>.png`. Answers where the sheet is.
 */
export async function writeContactSheet(page: Page, folder: string): Promise<string> {
	const pictures = (await readdir(folder)).flatMap((file) => {
		const [, column, surface] = /^(.*?-(?:light|dark))-(.*)\.png$/.exec(file) ?? [];
		return column && surface ? [{ file, column, surface }] : [];
	});
	const columns = [...new Set(pictures.map(({ column }) => column))].sort();
	const surfaces = [...new Set(pictures.map(({ surface }) => surface))].sort();
	const rows = await Promise.all(
		surfaces.map(async (surface) => {
			const cells = columns.map(async (column) => {
				const picture = pictures.find((one) => one.column === column && one.surface === surface);
				if (picture === undefined) return '<td></td>';
				const bytes = await readFile(join(folder, picture.file));
				return `<td><img src="data:image/png;base64,${bytes.toString('base64')}"></td>`;
			});
			return `<tr><th>${surface}</th>${(await Promise.all(cells)).join('')}</tr>`;
		}),
	);
	await page.setViewport({ width: columns.length * (COLUMN_PX + 16) + 140, height: 800 });
	await page.setContent(`<!doctype html><title>En marge</title><style>
		body { margin: 8px; background: #777; color: #fff; font: 14px sans-serif; }
		td, th { padding: 4px 8px; vertical-align: top; text-align: start; }
		td { width: ${COLUMN_PX}px; }
		img { display: block; max-width: ${COLUMN_PX}px; }
	</style><table><tr><th></th>${columns.map((column) => `<th>${column}</th>`).join('')}</tr>${rows.join('')}</table>`);
	const sheet = join(folder, 'contact-sheet.png');
	await writeFile(sheet, await page.screenshot({ fullPage: true }));
	return sheet;
}
