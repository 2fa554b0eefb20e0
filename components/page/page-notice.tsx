import type { FaultCode } from '../../utils/domain/fault.ts';
import { faultMessage } from '../fault-message.ts';
import { useTranslation } from '../translation.ts';

export type NoticeContent =
	| { readonly kind: 'fault'; readonly fault: FaultCode; readonly draftText: string; readonly canRetry: boolean }
	| { readonly kind: 'deleted' }
	| { readonly kind: 'copied' }
	| { readonly kind: 'not-copied' }
	/** So many acts are not stored yet. */
	| { readonly kind: 'waiting'; readonly count: number }
	/** Words are waited for; `words` are those that the annotation stood on. */
	| { readonly kind: 'reattach'; readonly words: string }
	| { readonly kind: 'reattached' }
	/** What failed was not tried again, for what it is on is another by now. */
	| { readonly kind: 'not-repeated' }
	| { readonly kind: 'offer-reader' };

interface PageNoticeProps {
	readonly notice: NoticeContent;
	readonly undo: () => void;
	readonly retry: () => void;
	readonly copyDraft: () => void;
	readonly openInReader: () => void;
	readonly dismiss: () => void;
}

/** Says one thing at the lower edge of the page, with what can be done about it. */
export function PageNotice({ notice, undo, retry, copyDraft, openInReader, dismiss }: PageNoticeProps) {
	const { translate, locale } = useTranslation();
	return (
		<div class={`notice ${notice.kind}`} role={notice.kind === 'fault' ? 'alert' : 'status'}>
			<div>
				{notice.kind === 'fault' && <p>{faultMessage(translate, notice.fault)}</p>}
				{notice.kind === 'fault' && notice.draftText !== '' && (
					<p class="draft" dir="auto">
						{notice.draftText}
					</p>
				)}
				{notice.kind === 'deleted' && <p>{translate('deleted')}</p>}
				{notice.kind === 'copied' && <p>{translate('copied')}</p>}
				{notice.kind === 'not-copied' && <p>{translate('notCopied')}</p>}
				{notice.kind === 'waiting' && <p>{translate('waiting', new Intl.NumberFormat(locale).format(notice.count))}</p>}
				{notice.kind === 'reattach' && (
					<>
						<p>{translate('reattachLong')}</p>
						<p class="draft" dir="auto">
							{notice.words}
						</p>
					</>
				)}
				{notice.kind === 'reattached' && <p>{translate('reattached')}</p>}
				{notice.kind === 'not-repeated' && <p>{translate('notRepeated')}</p>}
				{notice.kind === 'offer-reader' && <p>{translate('textCopy')}</p>}
			</div>
			<div class="row">
				{notice.kind === 'fault' && notice.canRetry && (
					<button type="button" class="primary" onClick={retry}>
						{translate('retry')}
					</button>
				)}
				{notice.kind === 'fault' && notice.draftText !== '' && (
					<button type="button" onClick={copyDraft}>
						{translate('copyText')}
					</button>
				)}
				{(notice.kind === 'deleted' || notice.kind === 'reattached') && (
					<button type="button" class="primary" onClick={undo}>
						{translate('undo')}
					</button>
				)}
				{notice.kind === 'offer-reader' && (
					<button type="button" class="primary" onClick={openInReader}>
						{translate('openInReader')}
					</button>
				)}
				<button
					type="button"
					class="plain"
					aria-label={translate(notice.kind === 'reattach' ? 'cancel' : 'close')}
					onClick={dismiss}
					// A notice that waits ends by Escape wherever the focus is.
					onKeyDown={(event) => event.key === 'Escape' && notice.kind === 'reattach' && dismiss()}
				>
					×
				</button>
			</div>
		</div>
	);
}
