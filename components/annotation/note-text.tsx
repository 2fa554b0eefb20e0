import { createContext } from 'preact';
import { useContext, useMemo } from 'preact/hooks';
import type { NoteBlock, NoteSpan } from '../../utils/domain/note/note-tree.ts';
import { readNote } from '../../utils/domain/note/read-note.ts';

/** A longer note is shown as it was typed, in UTF-16 code units: it is a text, and nobody waits for its emphasis. */
const LONGEST_READ = 20_000;

interface NoteTextProps {
	readonly note: string;
	/** Of its links: -1 in a list whose items the arrow keys go to. */
	readonly tabIndex?: 0 | -1;
}

const LinkTabIndex = createContext<0 | -1>(0);

/**
 * A note as its Markdown means it. What can come of a note are these elements with text in them, and links of the web and of
 * mail: it is made of nodes, never of HTML, and nothing of it is loaded.
 */
export function NoteText({ note, tabIndex = 0 }: NoteTextProps) {
	const blocks = useMemo(() => (note.length > LONGEST_READ ? undefined : readNote(note)), [note]);
	return (
		<LinkTabIndex.Provider value={tabIndex}>
			<div class="note" dir="auto">
				{blocks === undefined ? note : <Blocks blocks={blocks} />}
			</div>
		</LinkTabIndex.Provider>
	);
}

function Blocks({ blocks }: { readonly blocks: readonly NoteBlock[] }) {
	return blocks.map((block, index) => <Block key={index} block={block} />);
}

function Block({ block }: { readonly block: NoteBlock }) {
	switch (block.kind) {
		case 'paragraph':
			return (
				<p dir="auto">
					<Spans spans={block.spans} />
				</p>
			);
		case 'heading':
			// Not one of the page's own headings, among which those of notes would only confuse.
			return (
				<p dir="auto" class={`heading level-${block.level}`}>
					<strong>
						<Spans spans={block.spans} />
					</strong>
				</p>
			);
		case 'code':
			return (
				<pre dir="auto">
					<code>{block.text}</code>
				</pre>
			);
		case 'rule':
			return <hr />;
		case 'quote':
			return (
				<blockquote dir="auto">
					<Blocks blocks={block.blocks} />
				</blockquote>
			);
		case 'list': {
			const items = block.items.map((item, index) => (
				<li key={index} dir="auto">
					<Blocks blocks={item} />
				</li>
			));
			return block.start === undefined ? <ul>{items}</ul> : <ol start={block.start}>{items}</ol>;
		}
	}
}

const ELEMENT = { strong: 'strong', emphasis: 'em', deleted: 'del' } as const;

function Spans({ spans }: { readonly spans: readonly NoteSpan[] }) {
	return spans.map((span, index) => <Span key={index} span={span} />);
}

function Span({ span }: { readonly span: NoteSpan }) {
	if (typeof span === 'string') return <>{span}</>;
	if (span.kind === 'break') return <br />;
	if (span.kind === 'code') return <code>{span.text}</code>;
	if (span.kind === 'link') return <Link {...span} />;
	const Element = ELEMENT[span.kind];
	return (
		<Element>
			<Spans spans={span.spans} />
		</Element>
	);
}

function Link({ href, spans }: Extract<NoteSpan, { kind: 'link' }>) {
	const tabIndex = useContext(LinkTabIndex);
	return (
		<a href={href} target="_blank" rel="noopener noreferrer" {...(tabIndex === -1 && { tabIndex })}>
			<Spans spans={spans} />
		</a>
	);
}
