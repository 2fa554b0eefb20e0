import type { ChineseEdition } from '../../utils/domain/twin.ts';
import type { MessageKey } from '../translation.ts';

/** What is said of annotations that are shown here and belong to the article's twin in the other script. */
export const FROM_EDITION: Record<ChineseEdition, MessageKey> = { cn: 'twinFromHans', tw: 'twinFromHant' };
