/** Which segments the index of the library is made of. */
export interface ManifestRow {
	readonly key: 'manifest';
	/** Of the bytes; an index of another format is thrown away. */
	readonly format: number;
	/** Another one after each change. */
	readonly generation: number;
	/** The number that a segment got last. */
	readonly last: number;
	readonly segments: readonly number[];
	/** Whether everything has been read once; until then, up to which article (by id). */
	readonly isBuilt: boolean;
	readonly builtTo: string;
}

export interface SegmentRow {
	readonly number: number;
	/** Of everything below. */
	readonly sum: number;
	readonly kind: 'article' | 'annotation';
	readonly count: number;
	readonly ids: Uint8Array;
	readonly dates: readonly Uint32Array[];
	readonly firstTerms: readonly string[];
	readonly sums: Uint32Array;
	readonly bytes: number;
}

/** Documents of a segment that are no longer, a bit each. */
export interface DeadRow {
	readonly number: number;
	readonly dead: Uint8Array;
}

export interface BlockRow {
	readonly segment: number;
	readonly block: number;
	readonly bytes: Uint8Array<ArrayBuffer>;
}
