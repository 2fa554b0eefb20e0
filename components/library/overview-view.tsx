import { useTranslation } from '../translation.ts';

export function Overview() {
	const { translate } = useTranslation();
	return <h2>{translate('viewOverview')}</h2>;
}
