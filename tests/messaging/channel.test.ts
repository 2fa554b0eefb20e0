import { describe, expect, it, vi } from 'vitest';
import { Fault } from '../../utils/domain/fault.ts';
import { createReceiver, createSender } from '../../utils/messaging/channel.ts';

interface Commands {
	add(request: { a: number; b: number }): number;
	fail(request: { how: 'fault' | 'error' }): void;
}

const report = vi.fn();
const receive = createReceiver<Commands, string>(
	{
		add: async ({ a, b }) => a + b,
		fail: async ({ how }) => {
			throw how === 'fault' ? new Fault('quota') : new TypeError('a bug');
		},
	},
	report,
);
const send = createSender<Commands>(async (message) => structuredClone(await receive(structuredClone(message), 'tab')));

describe('a channel', () => {
	it('answers a command with its value', async () => {
		expect(await send('add', { a: 1, b: 2 })).toEqual({ ok: true, value: 3 });
	});

	it('answers an expected failure with its fault', async () => {
		expect(await send('fail', { how: 'fault' })).toEqual({ ok: false, fault: 'quota' });
		expect(report).not.toHaveBeenCalled();
	});

	it('reports an unexpected failure and does not leak it to the other side', async () => {
		expect(await send('fail', { how: 'error' })).toEqual({ ok: false, fault: 'write-failed' });
		expect(report).toHaveBeenCalledOnce();
	});

	it('answers a native promise, which is all that a native listener accepts', () => {
		expect(receive({ enMarge: 1, name: 'add', request: { a: 1, b: 1 } }, 'tab')).toBeInstanceOf(Promise);
	});

	it.each([
		undefined,
		null,
		'add',
		{ name: 'add' },
		{ enMarge: 2, name: 'add' },
		{ enMarge: 1, name: 7 },
		{ enMarge: 1, name: 'subtract' },
		{ enMarge: 1, name: 'toString' },
		{ enMarge: 1, name: '__proto__' },
	])('takes no notice of a message that is none of its commands: %o', (message) => {
		expect(receive(message, 'tab')).toBeUndefined();
	});

	it.each([undefined, null, 'yes', 7, {}, { ok: 'yes' }])('takes %o for no answer', async (answer) => {
		const lonely = createSender<Commands>(async () => answer);
		expect(await lonely('add', { a: 1, b: 2 })).toEqual({ ok: false, fault: 'unreachable' });
	});

	it('never rejects: a broken transport is a fault that tells why', async () => {
		const broken = createSender<Commands>(
			() => {
				throw new Error('Extension context invalidated.');
			},
			() => 'disconnected',
		);
		expect(await broken('add', { a: 1, b: 2 })).toEqual({ ok: false, fault: 'disconnected' });
	});
});
