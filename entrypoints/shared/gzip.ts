/** Bytes as one gzip member, whose head has no optional fields. */
export async function gzip(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
	const packing = new CompressionStream('gzip') as TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>;
	const writer = packing.writable.getWriter();
	// Where this fails, reading fails too.
	writer.write(bytes).catch(() => undefined);
	writer.close().catch(() => undefined);
	const pieces: Uint8Array<ArrayBuffer>[] = [];
	const reader = packing.readable.getReader();
	for (;;) {
		const { done, value } = await reader.read();
		if (done) return joined(pieces);
		pieces.push(value);
	}
}

function joined(pieces: readonly Uint8Array<ArrayBuffer>[]): Uint8Array<ArrayBuffer> {
	if (pieces.length === 1) return pieces[0]!;
	const whole = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
	let at = 0;
	for (const piece of pieces) {
		whole.set(piece, at);
		at += piece.length;
	}
	return whole;
}
