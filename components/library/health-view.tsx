import { useTranslation } from '../translation.ts';

export function Health() {
	const { translate } = useTranslation();
	return <h2>{translate('viewHealth')}</h2>;
}
