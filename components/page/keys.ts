import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import { DEFAULT_SETTINGS, type Settings } from '../../utils/domain/settings.ts';

const KeysContext = createContext<Settings['keys']>(DEFAULT_SETTINGS.keys);

export const KeysProvider = KeysContext.Provider;

/** Which key does what while reading, by the reader's decision. */
export function useKeys(): Settings['keys'] {
	return useContext(KeysContext);
}
