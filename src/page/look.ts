/*
 * The look of what is drawn on pages. Colours are inherited, so that every site skin, dark or light, gives its own.
 * The host resets what a skin may do to unknown elements.
 */
const host = `
:host { display: block; font: inherit; color: inherit; text-align: start; margin: 0; }
* { box-sizing: border-box; }
button { font: inherit; color: inherit; background: none; border: 0; padding: 0; margin: 0; text-align: start; cursor: pointer; min-height: 2rem; border-radius: .25em; }
button:focus-visible { outline: 2px solid currentColor; outline-offset: 2px; }
@media (pointer: coarse) { button { min-height: 44px; } }
@media (forced-colors: active) { button { border: 1px solid ButtonBorder; padding-inline: .4em; } }
`;

export const FOLD_CSS = `${host}
.line { display: flex; inline-size: 100%; align-items: center; gap: .6em; }
.mark { flex: none; inline-size: .55em; block-size: .55em; border-inline-end: 2px solid; border-block-end: 2px solid; rotate: -45deg; opacity: .7; margin-inline-start: .2em; }
:dir(rtl) .mark { rotate: 45deg; }
button[aria-expanded="true"] .mark { rotate: 45deg; }
.why { flex: 1; min-inline-size: 0; overflow-wrap: anywhere; opacity: .85; }
.do { flex: none; text-decoration: underline; text-underline-offset: .2em; }
@media (prefers-reduced-motion: no-preference) { .mark { transition: rotate .12s; } }
:host([open]) { border-block-end: 1px solid; border-color: color-mix(in srgb, currentColor 25%, transparent); margin-block-end: .6em; }
`;

export const BAR_CSS = `${host}
:host { margin-block: .5em; }
.bar { display: flex; flex-wrap: wrap; align-items: center; gap: .2em .9em; padding: .25em .7em; border: 1px solid; border-color: color-mix(in srgb, currentColor 25%, transparent); border-radius: .35em; }
p { margin: 0; }
.actions { display: flex; flex-wrap: wrap; gap: .2em .9em; }
button { text-decoration: underline; text-underline-offset: .2em; }
a { color: inherit; }
.trouble { font-weight: bold; }
`;
