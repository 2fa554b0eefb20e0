import { relative } from 'node:path';
import { BROWSER_KINDS } from '../browser/browser-kind.ts';
import { buildExtension } from '../browser/build-extension.ts';
import { refuseOldNode } from '../browser/refuse-old-node.ts';
import { failInOneLine } from './fail-in-one-line.ts';

/** Builds En marge for both browsers and says where. */
await failInOneLine(async () => {
	refuseOldNode();
	for (const kind of BROWSER_KINDS) console.log(`${kind}: ${relative(process.cwd(), await buildExtension(kind))}`);
});
