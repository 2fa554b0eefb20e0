/**
 * Imported before Dexie. Dexie makes a BroadcastChannel while it is loaded; where Firefox refuses storage to a document,
 * making one throws a SecurityError (seen with Firefox 153, cookies blocked), and the page that imports Dexie would stay
 * empty without a word. Without the class Dexie does without the channel, and opening the database says what is wrong.
 */
try {
	new BroadcastChannel('en-marge').close();
} catch {
	Object.defineProperty(globalThis, 'BroadcastChannel', { value: undefined, configurable: true, writable: true });
}
