import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { ROOT } from './repository-files.ts';

/** Runs a program of a package with this Node, in the repository, showing what it says. Answers whether it succeeded. */
export function runProgram(pathInNodeModules: string, ...args: readonly string[]): Promise<boolean> {
	const program = join(ROOT, 'node_modules', ...pathInNodeModules.split('/'));
	return new Promise((resolve, reject) => {
		const child = spawn(process.execPath, [program, ...args], { cwd: ROOT, stdio: 'inherit' });
		child.on('error', reject);
		child.on('close', (code) => resolve(code === 0));
	});
}
