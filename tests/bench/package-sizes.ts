import type { Figure } from './stats.ts';
export async function packageSizes(): Promise<Figure[]> {
	return [];
}
