import { readArchivedAddress } from './address.ts';

/** Stand-ins of the site: share cards and the default picture. */
const PLACEHOLDER = /meta_og_twcards|\/img-default-|vf-missing-image|^array$/i;

/** The address of a picture worth showing: undefined for stand-ins, 1×1 images and what is no web address. A web archive's prefix goes. */
export function pictureAddress(written: string | null | undefined, base?: string): string | undefined {
	const text = written?.trim() ?? '';
	if (text === '' || PLACEHOLDER.test(text)) return undefined;
	try {
		const url = new URL(text, base);
		if (!/^https?:$/.test(url.protocol)) return undefined;
		return readArchivedAddress(url.href)?.url ?? url.href;
	} catch {
		return undefined;
	}
}

/** Where the picture of an `img` really is: pages that load late keep it in `srcset`, in a `source` beside it or in a `noscript` after it. */
export function sourceOf(image: Element, base?: string): string | undefined {
	const embedded = image.getAttribute('src') ?? '';
	const direct = pictureAddress(embedded, base);
	if (direct) return direct;
	for (const attribute of ['srcset', 'data-srcset', 'data-src']) {
		const found = pictureAddress(largestOf(image.getAttribute(attribute)), base);
		if (found) return found;
	}
	const spare = image.nextElementSibling ?? image.closest('picture')?.nextElementSibling;
	if (spare?.localName === 'noscript') {
		const written = /<img[^>]{0,4000}?\ssrc="([^"]+)"/.exec(
			spare.innerHTML.replaceAll('&lt;', '<').replaceAll('&gt;', '>'),
		)?.[1];
		const found = pictureAddress(written?.replaceAll('&amp;', '&'), base);
		if (found) return found;
	}
	for (const source of image.closest('picture')?.querySelectorAll('source') ?? []) {
		const found = pictureAddress(largestOf(source.getAttribute('srcset')), base);
		if (found) return found;
	}
	// A complete page in one file holds its pictures; one of a few bytes is the stand-in of late loading.
	return /^data:image\/(png|jpeg|gif|webp|avif);base64,/.test(embedded) && embedded.length > 200 ? embedded : undefined;
}

function largestOf(srcset: string | null): string | undefined {
	let best: { address: string; width: number } | undefined;
	for (const candidate of (srcset ?? '').split(/,\s+|,(?=https?:)/)) {
		const [address = '', size = '0'] = candidate.trim().split(/\s+/);
		const width = Number.parseFloat(size) || 0;
		if (address !== '' && (!best || width > best.width)) best = { address, width };
	}
	return best?.address;
}
