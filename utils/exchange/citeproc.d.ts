/** The processor of the Citation Style Language (https://citeproc-js.readthedocs.io), as far as we use it. */
declare module 'citeproc' {
	export interface CslNode {
		readonly name: string;
		readonly attrs: Readonly<Record<string, string>>;
		readonly children: readonly (CslNode | string)[];
	}
	interface System {
		retrieveLocale(tag: string): CslNode;
		retrieveItem(id: string): Readonly<Record<string, unknown>>;
	}
	class Engine {
		constructor(system: System, style: CslNode, lang: string, forceLang: boolean);
		updateItems(ids: readonly string[]): void;
		/** The second member is the entries as HTML; false where the style has no bibliography. */
		makeBibliography(): readonly [unknown, readonly string[]] | false;
	}
	const CSL: { readonly Engine: typeof Engine };
	export default CSL;
}
