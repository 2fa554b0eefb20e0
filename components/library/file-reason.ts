import type { FaultCode } from '../../utils/domain/fault.ts';
import { type FileReason, LARGEST_FILE_BYTES } from '../../utils/domain/import-reason.ts';
import { faultMessage } from '../fault-message.ts';
import type { MessageKey, Translation } from '../translation.ts';

const KEYS: Readonly<Record<string, MessageKey>> = {
	empty: 'fileEmpty',
	binary: 'fileBinary',
	'too-large': 'fileTooLarge',
	'unknown-encoding': 'fileEncoding',
	mhtml: 'filePacked',
	refused: 'fileRefused',
	unparsable: 'fileUnparsable',
	'too-deep': 'fileTooDeep',
	'not-saved': 'fileUnknown',
	'other-page': 'fileOtherPage',
	list: 'fileList',
	'few-signs': 'fileFewSigns',
	'no-body': 'fileNoBody',
	'too-much-markup': 'fileTooMuchMarkup',
} satisfies Partial<Record<FileReason, MessageKey>>;

/** Why a file is not kept, as the end of a sentence or as a line of its own. */
export function fileReason({ translate, locale }: Translation, reason: string): string {
	const key = KEYS[reason];
	if (key === undefined) return faultMessage(translate, reason as FaultCode);
	const limit = new Intl.NumberFormat(locale, { style: 'unit', unit: 'megabyte' }).format(LARGEST_FILE_BYTES / 2 ** 20);
	return translate(key, limit);
}
