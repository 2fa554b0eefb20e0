import { defineConfig } from 'wxt';

export default defineConfig({
	imports: false,
	manifestVersion: 3,
	modules: ['@wxt-dev/webextension-polyfill'],
	manifest: { name: 'En marge' },
});
