/** Puts spies into what a script might do with words in a page, and takes away what an interface is made with. */
export const PATCHED_WORLD = `<script>(() => {
	window.spied = [];
	let isNoting = false;
	const note = (name, given) => {
		if (isNoting) return;
		isNoting = true;
		try {
			for (const one of given) window.spied.push(name + ' ' + String(one?.textContent ?? one?.data ?? one).slice(0, 500));
		} finally { isNoting = false; }
	};
	for (const [owner, name] of [
		[String.prototype, 'normalize'], [JSON, 'stringify'], [JSON, 'parse'], [Object, 'assign'], [EventTarget.prototype, 'dispatchEvent'],
		[Node.prototype, 'appendChild'], [Node.prototype, 'insertBefore'], [Element.prototype, 'append'], [Element.prototype, 'setAttribute'],
		[window, 'postMessage'], [window, 'fetch'], [Storage.prototype, 'setItem'], [HTMLTextAreaElement.prototype, 'setSelectionRange'],
	]) {
		const original = owner[name];
		owner[name] = function (...given) { note(name, [this, ...given]); return original.apply(this, given); };
	}
	for (const [owner, name] of [[Element.prototype, 'attachShadow'], [Document.prototype, 'createElement'], [crypto, 'randomUUID']])
		owner[name] = () => { throw new Error('taken away'); };
	window.ResizeObserver = window.IntersectionObserver = function () { throw new Error('taken away'); };
	Object.defineProperty(Object.prototype, 'enMarge', { get() { window.spied.push('asked for'); return 1; } });
	for (const type of ['message', 'storage', 'en-marge']) addEventListener(type, (event) => note(type, [event.data]), true);
})()</script>`;

/** Nothing may be made of strings, and no policy for it. */
export const STRICT = `<script>window.violations = [];
addEventListener('securitypolicyviolation', ({ effectiveDirective, sourceFile }) => window.violations.push(effectiveDirective + ' ' + sourceFile), true);</script>
<meta http-equiv="Content-Security-Policy" content="require-trusted-types-for 'script'; trusted-types 'none'; connect-src 'none'; object-src 'none'">`;

/** Changes the article as fast as it can be changed, for as long as \`flood\` is not false. */
export const FLOOD = `<script>(() => {
	const body = document.querySelector('.t-content__body');
	let count = 0;
	const drip = () => {
		for (let k = 0; k < 50; k++) {
			const drop = document.createElement('span');
			drop.className = 'drop' + count++;
			body.append(drop);
			drop.remove();
			body.lastChild.after(document.createComment('x'));
			body.lastChild.remove();
		}
		if (count < 4000) setTimeout(drip, 1);
		else document.documentElement.dataset.flooded = '';
	};
	drip();
})()</script>`;

export const RELOADER = `<script>{
	const times = Number(sessionStorage.getItem('times') ?? 0);
	if (times < 6) { sessionStorage.setItem('times', times + 1); setTimeout(() => location.reload(), times * 40); }
	else addEventListener('load', () => { document.documentElement.dataset.still = ''; });
}</script>`;
