/**
 * The context of the Web Annotation Data Model (https://www.w3.org/TR/annotation-vocab/#json-ld-context) as far as our exports may use
 * it: the terms, what each is in which vocabulary, and what its values are. A term that is not listed is unknown to it here. Each
 * was compared with the file at https://www.w3.org/ns/anno.jsonld, of which no copy is kept: it is under a licence of its own.
 */
const PREFIXES = {
	oa: 'http://www.w3.org/ns/oa#',
	dc: 'http://purl.org/dc/elements/1.1/',
	dcterms: 'http://purl.org/dc/terms/',
	rdf: 'http://www.w3.org/1999/02/22-rdf-syntax-ns#',
	rdfs: 'http://www.w3.org/2000/01/rdf-schema#',
	foaf: 'http://xmlns.com/foaf/0.1/',
	as: 'http://www.w3.org/ns/activitystreams#',
	xsd: 'http://www.w3.org/2001/XMLSchema#',
	schema: 'http://schema.org/',
};

/** Classes, motivations and directions: what stands for itself. */
const NAMES: Readonly<Record<string, string>> = {
	...named('oa', 'Annotation SpecificResource TextualBody TextQuoteSelector TextPositionSelector TimeState'),
	...named('oa', 'highlighting commenting tagging'),
	...{ ltr: 'oa:ltrDirection', rtl: 'oa:rtlDirection', auto: 'oa:autoDirection' },
	...{ AnnotationCollection: 'as:OrderedCollection', AnnotationPage: 'as:OrderedCollectionPage' },
	Software: 'as:Application',
};

/** Properties by the type of their values. */
const PROPERTIES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
	'@id': {
		...{ body: 'oa:hasBody', target: 'oa:hasTarget', source: 'oa:hasSource', selector: 'oa:hasSelector' },
		...{ state: 'oa:hasState', cached: 'oa:cachedSource' },
		...named('as', 'generator partOf first last next'),
	},
	'@vocab': { motivation: 'oa:motivatedBy', purpose: 'oa:hasPurpose', textDirection: 'oa:textDirection' },
	'xsd:dateTime': {
		...named('dcterms', 'created modified'),
		...{ generated: 'dcterms:issued', sourceDate: 'oa:sourceDate' },
	},
	'xsd:nonNegativeInteger': { ...named('oa', 'start end'), total: 'as:totalItems', startIndex: 'as:startIndex' },
};

const PLAIN: Readonly<Record<string, string>> = {
	...named('oa', 'exact prefix suffix styleClass'),
	...named('dc', 'format language'),
	...{ value: 'rdf:value', label: 'rdfs:label', name: 'foaf:name' },
};

export const ANNOTATION_CONTEXT = {
	...PREFIXES,
	id: '@id',
	type: '@type',
	...NAMES,
	...PLAIN,
	...Object.fromEntries(
		Object.entries(PROPERTIES).flatMap(([type, terms]) =>
			Object.entries(terms).map(([term, id]) => [term, { '@id': id, '@type': type }]),
		),
	),
	items: { '@id': 'as:items', '@type': '@id', '@container': '@list' },
};

function named(prefix: string, terms: string): Record<string, string> {
	return Object.fromEntries(terms.split(' ').map((term) => [term, `${prefix}:${term}`]));
}
