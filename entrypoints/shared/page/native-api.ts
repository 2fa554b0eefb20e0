/** The little of the browser's own API that is the same under both of its names. */
interface NativeApi {
	readonly runtime: { sendMessage(message: unknown): Promise<unknown> };
}

/** The browser's API without the polyfill, for the loader, whose weight every page bears. */
export function nativeApi(): NativeApi {
	const world = globalThis as unknown as { browser?: NativeApi; chrome: NativeApi };
	return world.browser ?? world.chrome;
}
