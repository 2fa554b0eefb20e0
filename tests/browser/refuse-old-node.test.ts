import { expect, test } from 'vitest';
import { refuseOldNode } from './refuse-old-node.ts';

test.each(['20.19.0', '20.20.2', '22.0.0', '24.11.1'])('Node %s is taken', (version) => {
	expect(() => refuseOldNode(version)).not.toThrow();
});

test.each(['16.20.2', '18.20.8', '20.9.0'])(
	'Node %s is refused in one line that says where to get another',
	(version) => {
		expect(() => refuseOldNode(version)).toThrow(
			/^[^\n]*this is Node [\d.]+\. Get one from https:\/\/nodejs\.org\/\.$/,
		);
	},
);
