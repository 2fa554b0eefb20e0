import type { ToldTrouble } from '../../../components/library/not-understood-list.tsx';
import type { MessageKey } from '../../../components/translation.ts';
import type { NotUnderstood, Trouble } from '../../../utils/exchange/import/imported.ts';
import type { ExchangeRefusal } from './open-exchange-file.ts';

export const REFUSAL_KEYS: Readonly<Record<ExchangeRefusal, MessageKey>> = {
	empty: 'fileEmpty',
	'too-large': 'fileTooLarge',
	unknown: 'flawUnknown',
	damaged: 'flawDamaged',
	newer: 'flawNewer',
};

const TROUBLE_KEYS: Readonly<Record<Trouble, MessageKey>> = {
	'not-json': 'troubleJson',
	'too-deep': 'troubleForm',
	'wrong-form': 'troubleForm',
	'bad-member': 'troubleForm',
	'unfinished-row': 'troubleForm',
	'extra-cell': 'troubleForm',
	'no-address': 'troubleAddress',
	'no-quote': 'troubleQuote',
	'too-long': 'troubleLong',
	'same-id-twice': 'troubleTwice',
	reply: 'troubleReply',
};

export function toldTrouble({ why, line, path }: NotUnderstood): ToldTrouble {
	return { why: TROUBLE_KEYS[why], line, path: path || undefined };
}
