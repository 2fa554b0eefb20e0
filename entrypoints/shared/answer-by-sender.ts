/** What a browser tells of who sent a message. */
export interface MessageSender {
	/** Of the extension. */
	readonly id?: string | undefined;
	readonly url?: string | undefined;
	readonly frameId?: number | undefined;
	readonly tab?: { readonly id?: number | undefined } | undefined;
}

/** Answers a message, or is undefined for one that is none of its commands. */
type Receive<Context> = (message: unknown, context: Context) => Promise<unknown> | undefined;

/**
 * The door of the background. Answered are only scripts of ours in the top frame of a tab, and pages of ours that stand in no tab, as
 * the popup; not other extensions, web pages, frames, or what is none of these. An answer is a native promise.
 * @param self our id, and the address that all our pages begin with
 */
export function answerBySender(
	self: { readonly id: string; readonly ownPages: string },
	fromTab: Receive<number>,
	fromOwnPage: Receive<undefined>,
): (message: unknown, sender: MessageSender) => Promise<unknown> | undefined {
	return (message, { id, url, frameId, tab }) => {
		if (id !== self.id) return undefined;
		if (tab?.id === undefined) return url?.startsWith(self.ownPages) ? fromOwnPage(message, undefined) : undefined;
		return frameId === 0 ? fromTab(message, tab.id) : undefined;
	};
}
