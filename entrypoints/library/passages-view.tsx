import { translate } from '../shared/translate.ts';

export function PassagesView() {
	return <h2>{translate('viewPassages')}</h2>;
}
