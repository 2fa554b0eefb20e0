import { spawn } from 'node:child_process';
import { access, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { failInOneLine } from './fail-in-one-line.ts';
import { type Finding, unexplainedFindings } from './lint-findings.ts';
import { ROOT } from './repository-files.ts';

/** What `web-ext lint` runs. Fetched when it is wanted: two hundred packages for something that is asked before a release. */
const LINTER = 'addons-linter@10.13.0';

/** Shows what Mozilla's linter finds in the package for Firefox; fails on what is not explained in `lint-findings.ts`. */
await failInOneLine(async () => {
	const { name, version } = JSON.parse(await readFile(join(ROOT, 'package.json'), 'utf8'));
	const zip = join(ROOT, 'output', `${name}-${version}-firefox.zip`);
	await access(zip).catch(() => {
		throw new Error('There is no package yet: npm run zip');
	});
	const report = JSON.parse(await npx(LINTER, '--output', 'json', zip)) as Record<
		'errors' | 'warnings' | 'notices',
		readonly Finding[]
	>;
	const found = [...report.errors, ...report.warnings, ...report.notices];
	for (const { _type, code, file } of found) console.log(`${_type}  ${code}  ${file ?? ''}`);
	console.log(`${report.errors.length} errors, ${report.warnings.length} warnings, ${report.notices.length} notices`);
	const unexplained = unexplainedFindings(found);
	if (unexplained.length > 0) {
		throw new Error(
			unexplained.map(({ code, file, line, message }) => `${code} ${file}:${line} ${message}`).join('\n'),
		);
	}
});

/** Runs a program of the registry in this very version, and nothing on its being installed; answers what it prints. */
function npx(...words: readonly string[]): Promise<string> {
	return new Promise((resolve, reject) => {
		const child = spawn('npx', ['--yes', ...words], {
			shell: process.platform === 'win32',
			env: { ...process.env, npm_config_ignore_scripts: 'true' },
			stdio: ['ignore', 'pipe', 'inherit'],
		});
		let out = '';
		child.stdout.on('data', (chunk) => (out += chunk));
		child.on('error', reject);
		child.on('close', () => (out.trim() === '' ? reject(new Error('The linter did not run.')) : resolve(out)));
	});
}
