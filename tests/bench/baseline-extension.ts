import { mkdtemp, realpath, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';

/**
 * The least an extension can be, to compare with: a content script that does nothing on the same pages, and a popup in
 * which Preact shows one word. Answers its folder, which the caller removes.
 */
export async function makeBaselineExtension(): Promise<string> {
	const folder = await mkdtemp(join(await realpath(tmpdir()), 'en-marge-baseline-'));
	const manifest = {
		manifest_version: 3,
		name: 'baseline',
		version: '1',
		action: { default_popup: 'popup.html' },
		host_permissions: ['*://*.rfi.fr/*', 'file:///*'],
		content_scripts: [{ matches: ['*://*.rfi.fr/*', 'file:///*'], js: ['empty.js'], run_at: 'document_start' }],
		background: { service_worker: 'empty.js' },
	};
	await writeFile(join(folder, 'manifest.json'), JSON.stringify(manifest));
	await writeFile(join(folder, 'empty.js'), '(() => {})();\n');
	await writeFile(
		join(folder, 'popup.html'),
		'<!doctype html><meta charset="utf-8"><div id="root"></div><script type="module" src="popup.js"></script>',
	);
	await build({
		stdin: {
			contents: `import { h, render } from 'preact'; render(h('ul', null, h('li', null, 'empty')), document.getElementById('root'));`,
			resolveDir: import.meta.dirname,
		},
		bundle: true,
		minify: true,
		format: 'esm',
		outfile: join(folder, 'popup.js'),
	});
	return folder;
}
