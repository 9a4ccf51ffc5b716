/*
 * The look of what is drawn on pages. Colours are inherited, so that every site skin, dark or light, gives its own.
 * The host resets what a skin may do to unknown elements. Nothing inside can be selected: in Chromium a page's script
 * could put the selection there (`find`), widen it and read it, closed root or not.
 */
export const HOST_CSS = `
:host { display: block; font: inherit; color: inherit; text-align: start; margin: 0; }
* { box-sizing: border-box; -webkit-user-select: none; user-select: none; }
button { font: inherit; color: inherit; background: none; border: 0; padding: 0; margin: 0; text-align: start; cursor: pointer; min-height: var(--foldaway-line, 2rem); border-radius: .25em; }
[hidden] { display: none !important; }
button:focus-visible { outline: 2px solid currentColor; outline-offset: 2px; }
@media (pointer: coarse) { button, summary, select { min-height: 44px !important; min-width: 44px; } }
@media print { .do, .actions, .choices, .press { display: none !important; } }
@media (prefers-contrast: more), (forced-colors: active) { :not(:disabled) { opacity: 1 !important; border-color: currentColor !important; } }
@media (forced-colors: active) { button { border: 1px solid ButtonBorder; padding-inline: .4em; } }
`;

export const FOLD_CSS = `${HOST_CSS}
.row { display: flex; align-items: center; gap: .9em; }
.line { display: flex; flex: 1; min-inline-size: 0; align-items: center; gap: .6em; }
.mark { flex: none; inline-size: .55em; block-size: .55em; border-inline-end: 2px solid; border-block-end: 2px solid; rotate: -45deg; opacity: .7; margin-inline-start: .2em; }
:dir(rtl) .mark { rotate: 45deg; }
button[aria-expanded="true"] .mark { rotate: 45deg; }
button[aria-expanded="true"]:dir(rtl) .mark { rotate: -45deg; }
.noted .mark { display: none; }
.why { flex: 1; min-inline-size: 0; overflow-wrap: anywhere; opacity: .85; }
.do { flex: none; text-decoration: underline; text-underline-offset: .2em; }
@media (prefers-reduced-motion: no-preference) { .mark { transition: rotate .12s; } }
:host([open]) { border-block-end: 1px solid; border-color: color-mix(in srgb, currentColor 25%, transparent); margin-block-end: .6em; }
`;

export const BAR_CSS = `${HOST_CSS}
:host { margin-block: .5em; }
.bar { display: flex; flex-wrap: wrap; align-items: center; gap: .2em .9em; padding: .25em .7em; border: 1px solid; border-color: color-mix(in srgb, currentColor 25%, transparent); border-radius: .35em; }
p { margin: 0; }
.actions { display: flex; flex-wrap: wrap; gap: .2em .9em; }
button { text-decoration: underline; text-underline-offset: .2em; }
a { color: inherit; display: inline-flex; align-items: center; min-height: 2rem; text-underline-offset: .2em; }
@media (pointer: coarse) { a { min-height: 44px; } }
.trouble { font-weight: bold; }
details { flex-basis: 100%; }
summary { cursor: pointer; align-content: center; }
ul { margin: .2em 0; padding-inline-start: 1.4em; }
li { overflow-wrap: anywhere; }
`;

export const GATE_CSS = `${HOST_CSS}
section { max-inline-size: 40em; margin: 2em auto; padding: 1.2em 1.4em 1.4em; border: 1px solid; border-color: color-mix(in srgb, currentColor 35%, transparent); border-radius: .5em; }
h2 { font: inherit; font-size: 1.25em; font-weight: bold; margin: 0 0 .5em; padding: 0; border: 0; color: inherit; }
p { margin: .4em 0; overflow-wrap: anywhere; }
.choices { display: flex; flex-wrap: wrap; gap: .6em; margin-block: 1.1em .9em; }
.choices button { border: 1px solid; border-color: color-mix(in srgb, currentColor 45%, transparent); padding: .45em .9em; border-radius: .35em; }
.choices .first { border-color: currentColor; border-width: 2px; font-weight: bold; }
.press { display: flex; flex-wrap: wrap; gap: .2em 1.2em; }
.press button { text-decoration: underline; text-underline-offset: .2em; }
.details { border-block-start: 1px solid; border-color: color-mix(in srgb, currentColor 25%, transparent); margin-block-start: .6em; padding-block-start: .4em; }
.small { font-size: .9em; opacity: .85; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .25em 1em; margin: .5em 0; }
dt { font-weight: bold; margin: 0; }
dd { margin: 0; min-inline-size: 0; overflow-wrap: anywhere; }
@media (max-width: 32em) { section { margin: .8em 0; padding: .9em 1em; } dl { grid-template-columns: 1fr; gap: 0 0; } dd { margin-block-end: .5em; } .choices button { flex: 1 1 100%; text-align: center; } }
`;

/** Over the page, since what it speaks of may have gone. Its own colours: it lies on whatever is there. */
export const TOAST_CSS = `${HOST_CSS}
:host { position: fixed; inset-block-end: 1rem; inset-inline: 1rem; z-index: 2147483647; pointer-events: none; }
.toast { pointer-events: auto; inline-size: fit-content; max-inline-size: 100%; margin-inline: auto; display: flex; flex-wrap: wrap; align-items: center; gap: .3em 1em; padding: .5em 1em; border-radius: .4em; background: #2b2533; color: #fff; border: 1px solid #fff; font: 16px/1.4 system-ui, sans-serif; }
.toast p { margin: 0; }
button { text-decoration: underline; text-underline-offset: .2em; font-weight: bold; }
`;

export const TOOLS_CSS = `${HOST_CSS}
:host { clear: both; font-size: .9em; }
.row { display: flex; gap: 1.2em; }
button { opacity: .8; text-decoration: underline; text-decoration-style: dotted; text-underline-offset: .2em; min-height: 1.6rem; }
button:hover, button:focus-visible { opacity: 1; }
`;

/** A barred circle, drawn, so that it looks the same in every font. */
export const MARK_CSS = `
:host { display: inline; }
span { display: inline-block; inline-size: .75em; block-size: .75em; margin-inline: .3em; border: .12em solid; border-radius: 50%; vertical-align: -.05em; opacity: .8; background: linear-gradient(45deg, transparent 44%, currentColor 44%, currentColor 56%, transparent 56%); }
@media (forced-colors: active) { span { forced-color-adjust: none; } }
`;
