import { admitInertDocuments } from '../../utils/article/sanitise-strings.ts';
import type { StyleTrouble } from '../../utils/domain/citation-style.ts';
import type { OwnStyle } from '../../utils/exchange/own-style.ts';
import { readCslStyle, trouble } from '../../utils/exchange/read-csl-style.ts';

/** As much as is read of a file: several times what a style has. */
const LARGEST_BYTES = 500_000;

// The page lets no string become a document otherwise.
admitInertDocuments(window);

/** The style that a file holds, or why it holds none. */
export async function readStyleFile(file: Blob): Promise<OwnStyle | StyleTrouble> {
	if (file.size > LARGEST_BYTES) return trouble('too-large');
	const text = await file.text();
	// A web page has the one; what the other declares can be put in a billion times. No style has either.
	if (/<!(?:DOCTYPE|ENTITY)/i.test(text)) return trouble('not-xml');
	const { documentElement } = new DOMParser().parseFromString(text, 'application/xml');
	// Chrome says it within what it could read, Firefox in its place.
	if (documentElement.getElementsByTagNameNS('*', 'parsererror').length > 0) return trouble('not-xml');
	return documentElement.localName === 'parsererror' ? trouble('not-xml') : readCslStyle(documentElement);
}
