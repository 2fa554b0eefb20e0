import { useTranslation } from '../translation.ts';

export function Trash() {
	const { translate } = useTranslation();
	return <h2>{translate('viewTrash')}</h2>;
}
