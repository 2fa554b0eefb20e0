/**
 * The name of the connection that the popup or the panel opens to a page to be told, for as long as it stays open, which
 * passages the reader has before him. It goes from one to the other and not through the background, which may be killed.
 */
export const IN_VIEW_PORT = 'en-marge-in-view';

/** Annotations whose passages stand in the window: the id of the one being read first, by what can be known, at most fifty. */
export type PassagesInView = readonly string[];

export function isPassagesInView(message: unknown): message is PassagesInView {
	return Array.isArray(message) && message.every((id) => typeof id === 'string');
}
