/**
 * The anchoring engine behind the adapter contract of the anchoring benchmark: the article root is the body, nothing is
 * furniture. Whatever the engine caches is dropped by `reset`.
 */

import { type Anchorer, createAnchorer } from '../../utils/anchoring/anchor.ts';
import { type ArticleText, readArticleText } from '../../utils/anchoring/article-text.ts';
import { describe as describeText } from '../../utils/anchoring/describe.ts';
import type { Selectors } from '../../utils/domain/selector.ts';

let article: ArticleText | undefined;
let anchorer: Anchorer | undefined;

function read(root: Element): ArticleText {
	article ??= readArticleText({ root });
	return article;
}

export function reset(): void {
	article = undefined;
	anchorer = undefined;
}

export function describe(range: Range, root: Element): Selectors | null {
	const text = read(root);
	const offsets = text.offsetsOf(range);
	return (offsets && describeText(text, offsets)) ?? null;
}

export function anchor(selectors: Selectors, root: Element): Range | null {
	const text = read(root);
	anchorer ??= createAnchorer(text);
	const outcome = anchorer.anchor(selectors);
	return outcome.state === 'orphan' ? null : text.rangeOf(outcome.start, outcome.end);
}

export function anchorAll(list: readonly Selectors[], root: Element): (Range | null)[] {
	return list.map((selectors) => anchor(selectors, root));
}
