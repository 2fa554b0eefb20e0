/** The two browsers En marge is built for. `chrome` stands for every Chromium: Chrome itself, Debian's chromium… */
export const BROWSER_KINDS = ['chrome', 'firefox'] as const;
export type BrowserKind = (typeof BROWSER_KINDS)[number];
