/**
 * Prints, for each file, what En marge makes of it: one line of JSON. Files are read as a browser would show them.
 * `npm run inspect -- FILE…`
 */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { inspectFile } from './inspect-file.ts';

const files = process.argv.slice(2);
let read = 0;
for (const file of files) {
	let line: unknown;
	try {
		const bytes = readFileSync(file);
		read++;
		line = inspectFile(file, bytes, pathToFileURL(resolve(file)).href);
	} catch (error) {
		line = inspectFile(file, undefined, '', error instanceof Error ? error.message : String(error));
	}
	process.stdout.write(`${JSON.stringify(line)}\n`);
}
if (files.length === 0) process.stderr.write('npm run inspect -- FILE…\n');
if (read === 0) process.exitCode = 1;
