import { Fault, type FaultCode, type Result } from '../domain/fault.ts';

/** A command on the wire. `enMarge` tells it from anything else that may travel the same way. */
interface Envelope {
	readonly enMarge: 1;
	readonly name: string;
	readonly request: unknown;
}

type Commands<Map> = { [Name in keyof Map]: Map[Name] extends (request: never) => unknown ? Map[Name] : never };
type RequestOf<Command> = Command extends (request: infer Request) => unknown ? Request : never;
type AnswerOf<Command> = Command extends (request: never) => infer Answer ? Answer : never;

/** Gives a message to the other side; resolves with what it answers, rejects when nobody is there. */
export type Transport = (message: unknown) => Promise<unknown>;

/** Answers a command. Throws a `Fault` for an expected failure. */
export type Handlers<Map, Context> = {
	[Name in keyof Map]: (request: RequestOf<Map[Name]>, context: Context) => Promise<AnswerOf<Map[Name]>>;
};

export type Sender<Map> = <Name extends keyof Map & string>(
	name: Name,
	request: RequestOf<Map[Name]>,
) => Promise<Result<AnswerOf<Map[Name]>>>;

/**
 * The sending end. Never rejects: whatever goes wrong on the way is a fault.
 * @param explain tells why the transport failed, e.g. because the extension was reloaded meanwhile
 */
export function createSender<Map extends Commands<Map>>(
	transport: Transport,
	explain: (cause: unknown) => FaultCode = () => 'unreachable',
): Sender<Map> {
	return async (name, request) => {
		try {
			const answer = await transport({ enMarge: 1, name, request } satisfies Envelope);
			return isResult<AnswerOf<Map[typeof name]>>(answer) ? answer : { ok: false, fault: 'unreachable' };
		} catch (cause) {
			return { ok: false, fault: explain(cause) };
		}
	};
}

/**
 * The receiving end: gives a command to its handler and turns what comes back into a result.
 * Undefined for a message that is not ours. Unexpected errors are reported and answered with `write-failed`.
 */
export function createReceiver<Map, Context>(
	handlers: Handlers<Map, Context>,
	report: (error: unknown) => void,
): (message: unknown, context: Context) => Promise<Result<unknown>> | undefined {
	return (message, context) => {
		if (!isEnvelope(message) || !Object.hasOwn(handlers, message.name)) return undefined;
		const handler = handlers[message.name as keyof Map] as (request: unknown, context: Context) => Promise<unknown>;
		return answer(handler, message.request, context, report);
	};
}

async function answer<Context>(
	handler: (request: unknown, context: Context) => Promise<unknown>,
	request: unknown,
	context: Context,
	report: (error: unknown) => void,
): Promise<Result<unknown>> {
	try {
		if (typeof request !== 'object' || request === null) throw new Fault('invalid', 'a request that is no object');
		return { ok: true, value: await handler(request, context) };
	} catch (error) {
		if (error instanceof Fault) return { ok: false, fault: error.code };
		report(error);
		return { ok: false, fault: 'write-failed' };
	}
}

function isEnvelope(message: unknown): message is Envelope {
	return (
		typeof message === 'object' &&
		message !== null &&
		'enMarge' in message &&
		message.enMarge === 1 &&
		'name' in message &&
		typeof message.name === 'string'
	);
}

function isResult<T>(answer: unknown): answer is Result<T> {
	return typeof answer === 'object' && answer !== null && 'ok' in answer && typeof answer.ok === 'boolean';
}
