import { HOST_CSS } from '../look';

export const PANEL_CSS = `${HOST_CSS}
:host { clear: both; margin-block: .6em; }
section { border: 1px solid; border-color: color-mix(in srgb, currentColor 35%, transparent); border-radius: .4em; padding: .6em .9em .9em; }
:host(.gate) section { max-inline-size: 40em; margin-inline: auto; }
.head { display: flex; gap: 1em; align-items: start; justify-content: space-between; }
h5 { font: inherit; font-weight: bold; font-size: 1.1em; margin: .2em 0; padding: 0; color: inherit; }
h5:focus { outline: none; }
p { margin: .5em 0; overflow-wrap: anywhere; }
button { text-decoration: underline; text-underline-offset: .2em; }
fieldset { border: 0; padding: 0; margin: .7em 0 0; min-inline-size: 0; }
legend { padding: 0; font-weight: bold; font-size: .95em; }
.options { display: flex; flex-wrap: wrap; gap: .35em .5em; margin-block-start: .25em; }
label { display: inline-flex; align-items: center; gap: .4em; padding: .2em .6em; border: 1px solid; border-color: color-mix(in srgb, currentColor 30%, transparent); border-radius: 1em; cursor: pointer; overflow-wrap: anywhere; min-inline-size: 0; min-block-size: 1.9em; }
label:has(:checked) { border-color: currentColor; background: color-mix(in srgb, currentColor 14%, transparent); }
label:focus-within { outline: 2px solid currentColor; outline-offset: 2px; }
input { margin: 0; flex: none; accent-color: currentColor; }
.theme { border-inline-start: 1px solid; padding-inline-start: .5em; font-style: italic; }
.swatch { inline-size: 1em; block-size: 1em; border-radius: 50%; border: 1px solid; flex: none; forced-color-adjust: none; }
.foot { border-block-start: 1px solid; border-color: color-mix(in srgb, currentColor 25%, transparent); margin-block-start: .9em; padding-block-start: .5em; }
.foot code, .rule code { font: .9em/1.4 ui-monospace, monospace; overflow-wrap: anywhere; }
.actions { display: flex; flex-wrap: wrap; gap: .3em 1em; align-items: center; }
.primary { border: 2px solid; padding: .3em 1em; border-radius: .35em; text-decoration: none; font-weight: bold; }
.primary:disabled { opacity: .5; cursor: default; }
.rule { border-inline-start: 3px solid; border-color: color-mix(in srgb, currentColor 40%, transparent); padding-inline-start: .7em; margin-block: .7em; }
details { margin-block-start: .9em; }
details .actions { margin-block-start: .4em; }
summary { cursor: pointer; align-content: center; }
.pick, .pick:has(:checked) { border: 0; padding: 0; background: none; max-inline-size: 100%; }
select { font: inherit; background: Canvas; color: CanvasText; max-inline-size: 100%; min-inline-size: 0; }
/* What the rule will be and the way to add it stay in sight while choices are made further up; the paper is that of the page. */
@media (min-height: 30em) {
  .foot.chosen { position: sticky; inset-block-end: 0; padding-block-end: .6em; background: var(--paper, Canvas); }
  label { scroll-margin-block-end: 11em; }
}
@media (pointer: coarse) { label { min-block-size: 44px; } }
`;
