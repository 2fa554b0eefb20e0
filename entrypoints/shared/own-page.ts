import { type OwnScript, ownScript } from './own-script.ts';
import { installKeystrokeGuard } from './page/keystroke-guard.ts';
import { beginHandoff, currentHandoff, type PageHandoff } from './page/page-handoff.ts';

/** The handoff of a page of the extension. Nobody else's scripts run there. */
export function ownPageHandoff(): PageHandoff {
	return (
		currentHandoff() ??
		beginHandoff({
			isOwnPage: true,
			guard: installKeystrokeGuard(window, true),
			looked: Promise.resolve({ kind: 'not-article', reason: 'a page of En marge' }),
		})
	);
}

/** What our scripts leave in the handoff, and which script leaves it. */
const SCRIPT_OF = {
	startAnnotator: '/annotator.js',
	mountInterface: '/page-interface.js',
	readSource: '/extractor.js',
	sanitisedFragment: '/extractor.js',
} as const satisfies Record<string, OwnScript>;
type OwnMember = keyof typeof SCRIPT_OF;

/**
 * Brings into a page of the extension the very script that other pages are given, so that the package holds one copy,
 * and answers what it offers. Rejects where the script is not to be had, which is no state a package can be in.
 */
export async function loadOwn<Name extends OwnMember>(name: Name): Promise<NonNullable<PageHandoff[Name]>> {
	const handoff = ownPageHandoff();
	if (handoff[name] === undefined) await runScript(SCRIPT_OF[name]);
	const member = handoff[name];
	if (member === undefined) throw new Error(`${SCRIPT_OF[name]} offers no ${name}`);
	return member;
}

function runScript(file: OwnScript): Promise<unknown> {
	const script = document.createElement('script');
	script.src = ownScript(file);
	return new Promise((resolve, reject) => {
		script.addEventListener('load', resolve);
		script.addEventListener('error', () => reject(new Error(`${file} cannot be loaded`)));
		document.head.append(script);
	});
}
