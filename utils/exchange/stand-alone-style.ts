/** How a stand-alone page looks: on a screen, light or dark, and on paper. */
export const STAND_ALONE_STYLE = `
:root { color-scheme: light dark; --paper: light-dark(#fdfbf7, #1d1b19); --ink: light-dark(#23201c, #ece6dc);
--soft: light-dark(#6a6258, #b0a698); --rule: light-dark(#e2dace, #3d3833); --accent: light-dark(#a81930, #ff8f9a); }
body { margin: 0 auto; padding: 2rem 1rem 4rem; max-inline-size: 42rem; background: var(--paper); color: var(--ink);
font: 1.125rem/1.7 "Iowan Old Style", Palatino, "Noto Serif", "Noto Serif CJK SC", "Songti SC", SimSun, "Noto Naskh Arabic", Georgia, serif;
overflow-wrap: anywhere; }
h1, h2, h3 { line-height: 1.3; text-wrap: balance; }
a { color: var(--accent); }
img { max-inline-size: 100%; block-size: auto; }
figure, blockquote { margin-inline: 0; }
figcaption, .facts, .details, .picture, footer { color: var(--soft); font-size: .85em; }
table { border-collapse: collapse; }
td, th { border: 1px solid var(--rule); padding: .25em .5em; }
mark { color: #1b1916; -webkit-print-color-adjust: exact; print-color-adjust: exact; }
.yellow { --swatch: #ffe27a; --line: #a87e00; }
.green { --swatch: #b4e5a5; --line: #3d9a2a; }
.blue { --swatch: #aed8ff; --line: #2f7fd0; }
.pink { --swatch: #ffbcd8; --line: #d84489; }
.purple { --swatch: #d8c6ff; --line: #8a63db; }
.orange { --swatch: #ffca99; --line: #cc6f14; }
mark { background: var(--swatch); }
mark.underline, mark.strikethrough, mark.outline { background: none; color: inherit; }
mark.underline { text-decoration: underline 3px var(--line); }
mark.strikethrough { text-decoration: line-through 2px var(--line); }
mark.outline { outline: 2px solid var(--line); }
.reference { font-size: .7em; line-height: 0; }
.annotations { margin-block-start: 3rem; border-block-start: 1px solid var(--rule); }
.annotations li { margin-block: 1.5rem; break-inside: avoid; }
.annotations blockquote { margin-block: 0; padding-inline-start: .75rem; border-inline-start: 5px solid var(--swatch); white-space: pre-line; }
.note { margin-block: .5rem; white-space: pre-wrap; font-family: system-ui, "Noto Sans", "Noto Sans CJK SC", sans-serif; font-size: .95em; }
@media print { :root { color-scheme: light; } body { max-inline-size: none; padding: 0; font-size: 11pt; } a { color: inherit; } }
`;

/** SHA-256 of the style in Base64, by which the page's policy lets this style in and no other. A test holds it to the style. */
export const STAND_ALONE_STYLE_HASH = 'H1+oWWBPdJdkBS09gTP/d68JcbpH20CvhHMemyVMefM=';
