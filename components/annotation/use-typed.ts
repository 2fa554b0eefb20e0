import { useEffect, useRef, useState } from 'preact/hooks';
import type { Annotation } from '../../utils/domain/annotation.ts';
import { formatTags, parseTags } from './tags.ts';

/** What a reader types on an annotation; absent members are not touched. */
export type TypedContent = Partial<Pick<Annotation, 'note' | 'tags'>>;

/**
 * Keeps what was typed. `isLeaving` tells that the page may be gone the next moment. Answers false where it could not be
 * kept: then it is handed in again with what is typed next, or when the fields are left.
 */
export type KeepTyped = (content: TypedContent, isLeaving: boolean) => undefined | Promise<boolean>;

export interface Typed {
	readonly note: string;
	/** As typed: separated by commas. */
	readonly tags: string;
	readonly setNote: (note: string) => void;
	readonly setTags: (tags: string) => void;
	/** Hands in now what was typed and not handed in yet; resolves to whether all is kept. */
	readonly handIn: () => Promise<boolean>;
}

/** What is typed is handed in while it is typed, at least this often, in milliseconds. */
const HAND_IN_MS = 250;

const LEAVING = ['beforeunload', 'pagehide'];

/**
 * What stands in the fields of an annotation: what is stored, until something is typed. That is handed in while it is typed,
 * when the page is hidden or left, and when the fields go away.
 */
export function useTyped(annotation: Annotation, keep: KeepTyped): Typed {
	const [typed, setTyped] = useState<{ readonly note?: string; readonly tags?: string }>({});
	/** Of the newest state of the annotation that was seen here. */
	const newest = useRef(annotation.modified);
	const handedIn = useRef<TypedContent>({});
	const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
	/** Answers that are waited for. */
	const onTheWay = useRef(0);
	const answer = useRef(Promise.resolve(true));
	const now = useRef({ typed, annotation, keep });
	now.current = { ...now.current, annotation, keep };

	const handIn = async (isLeaving: boolean): Promise<boolean> => {
		clearTimeout(timer.current);
		timer.current = undefined;
		const { typed, annotation, keep } = now.current;
		// What is on its way may end with the page: then it is handed in once more, for one that goes on.
		const isUnsure = isLeaving && onTheWay.current > 0;
		const content = difference(isUnsure ? annotation : { ...annotation, ...handedIn.current }, typed);
		// The field that was just left has handed it in: whether that is kept is not known yet.
		if (Object.keys(content).length === 0) return onTheWay.current === 0 || (await answer.current);
		const before = handedIn.current;
		handedIn.current = { ...before, ...content };
		onTheWay.current++;
		answer.current = Promise.resolve(keep(content, isLeaving)).then((kept) => kept ?? true);
		const isKept = await answer.current;
		onTheWay.current--;
		// Typed on meanwhile, and handed in again: that answer counts.
		if (!isKept)
			for (const name of names(content))
				if (handedIn.current[name] === content[name]) handedIn.current = omit(handedIn.current, name);
		return isKept;
	};

	const type = (change: { readonly note?: string; readonly tags?: string }): void => {
		now.current = { ...now.current, typed: { ...now.current.typed, ...change } };
		setTyped(now.current.typed);
		timer.current ??= setTimeout(() => void handIn(false), HAND_IN_MS);
	};

	useEffect(() => {
		const leave = (): void => void handIn(true);
		const hide = (): void => {
			if (document.visibilityState === 'hidden') leave();
		};
		document.addEventListener('visibilitychange', hide);
		// Firefox takes nothing from a page any more that is being hidden for good: there it is asked before.
		for (const event of LEAVING) window.addEventListener(event, leave);
		return () => {
			document.removeEventListener('visibilitychange', hide);
			for (const event of LEAVING) window.removeEventListener(event, leave);
			leave();
		};
	}, []);

	// What another view or an undo has made of it is shown instead of what was typed here before, unless it is typed on.
	const isResting = timer.current === undefined && onTheWay.current === 0;
	if (isResting && annotation.modified > newest.current) {
		newest.current = annotation.modified;
		if (names(handedIn.current).some((name) => !isSame(handedIn.current[name], annotation[name]))) {
			handedIn.current = {};
			now.current = { ...now.current, typed: {} };
		}
	}

	const shown = now.current.typed;
	return {
		note: shown.note ?? annotation.note,
		tags: shown.tags ?? formatTags(annotation.tags),
		setNote: (note) => type({ note }),
		setTags: (tags) => type({ tags }),
		handIn: () => handIn(false),
	};
}

const names = (content: TypedContent) => Object.keys(content) as (keyof TypedContent)[];

const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

function omit(content: TypedContent, name: keyof TypedContent): TypedContent {
	const { [name]: _, ...rest } = content;
	return rest;
}

/** Only what a reader has changed: a field makes line breaks alike, and that is nobody's edit. */
function difference(
	known: Required<TypedContent>,
	typed: { readonly note?: string; readonly tags?: string },
): TypedContent {
	const tags = typed.tags === undefined ? known.tags : parseTags(typed.tags);
	return {
		...(typed.note !== undefined && typed.note !== known.note && { note: typed.note }),
		...(!isSame(tags, known.tags) && { tags }),
	};
}
