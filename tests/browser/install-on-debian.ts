import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** Whether programs can be installed without asking anyone: Debian itself, as root. */
export function canInstallOnDebian(): boolean {
	if (process.platform !== 'linux' || process.getuid?.() !== 0) return false;
	try {
		return /^ID=debian$/m.test(readFileSync('/etc/os-release', 'utf8'));
	} catch {
		return false;
	}
}

/** Installs those of the packages that are not there yet. Prints one line a step; throws what apt said last. */
export function installOnDebian(packages: readonly string[]): void {
	const missing = packages.filter((name) => !isInstalled(name));
	if (missing.length === 0) return;
	console.log('Reading the list of Debian packages (apt-get update)');
	run(['update']);
	console.log(`Installing ${missing.join(', ')} (apt-get install)`);
	run(['install', '--yes', '--no-install-recommends', ...missing]);
}

function isInstalled(name: string): boolean {
	// biome-ignore lint/suspicious/noTemplateCurlyInString: the braces are dpkg-query's own.
	const format = '--showformat=${db:Status-Status}';
	const query = spawnSync('dpkg-query', ['--show', format, name], { encoding: 'utf8' });
	return query.stdout === 'installed';
}

function run(args: readonly string[]): void {
	const apt = spawnSync('apt-get', ['--quiet=2', ...args], {
		encoding: 'utf8',
		env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
	});
	if (apt.status === 0) return;
	const said = `${apt.stdout ?? ''}${apt.stderr ?? ''}`.trim().split('\n').slice(-3).join(' · ');
	throw new Error(`apt-get ${args.join(' ')} failed: ${apt.error?.message ?? said}`);
}
