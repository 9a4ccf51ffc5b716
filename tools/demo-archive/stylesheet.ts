/** A small style sheet of our own that lays the archive's markup out the way the archive does: no rule is copied. */
export const STYLESHEET = `
:root { color-scheme: light; --paper: #fff; --ink: #2a2a2a; --line: #ccc; --soft: #eee; --symbol: #fff; }
:root.dark { color-scheme: dark; --paper: #222; --ink: #ddd; --line: #555; --soft: #333; --symbol: #444; }
* { box-sizing: border-box; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 100%/1.3 "Lucida Grande", Verdana, sans-serif; }
a { color: inherit; }
#header { background: #900; color: #fff; padding: .4em 1em; display: flex; flex-wrap: wrap; align-items: center; gap: .2em 1.5em; }
#header h1 { font-size: 1.3em; margin: 0; }
#header h1 a { text-decoration: none; }
#header ul, #header p { margin: 0; }
#header .actions a { background: none; border: 0; }
#header input { border: 0; border-radius: .25em; padding: .25em .5em; color: #222; background: #eee; }
#header input[type=text] { width: 9em; }
#skiplinks, .landmark, noscript { position: absolute; left: -999em; }
#inner { display: flex; gap: 1.5em; max-width: 75em; margin: 0 auto; padding: 1em; }
#dashboard { flex: 0 0 9em; }
#main { flex: 1; min-width: 0; }
#footer { clear: both; border-top: 1px solid var(--line); padding: 1em; font-size: .85em; }
.heading { font-family: Georgia, serif; font-weight: 400; }
.index { list-style: none; padding: 0; }
li.blurb, blockquote.blurb { position: relative; border: 1px solid var(--line); margin: .7em 0; padding: .5em .75em; }
.blurb .header { position: relative; min-height: 4.2em; padding: 0 6.5em 0 4.6em; }
.blurb h4.heading, .blurb h5.heading { margin: 0; font-size: 1.05em; }
.blurb h5.heading { font-size: .95em; }
.blurb .required-tags { position: absolute; top: 0; left: 0; display: grid; grid-template-columns: 1.9em 1.9em; gap: .2em; margin: 0; padding: 0; list-style: none; }
.required-tags span[title] { display: block; width: 1.9em; height: 1.9em; border: 1px solid var(--line); background: var(--symbol); border-radius: 3px; }
.required-tags .text { position: absolute; width: 0; height: 0; overflow: hidden; font-size: .001em; opacity: 0; }
.rating-explicit, .warning-yes, .complete-no { background: #b33 !important; }
.rating-mature, .warning-choosenotto { background: #e90 !important; }
.rating-teen, .category-multi { background: #dd3 !important; }
.rating-general-audience, .complete-yes, .category-gen { background: #5a5 !important; }
.blurb p.datetime { position: absolute; top: 0; right: 0; margin: 0; font-size: .85em; }
ul.tags { list-style: none; padding: 0; margin: .5em 0; }
ul.commas > li { display: inline; }
ul.commas > li::after { content: ", "; }
ul.commas > li:last-child::after { content: ""; }
a.tag { border-bottom: 1px dotted; text-decoration: none; overflow-wrap: anywhere; }
.warnings a.tag, .warning a.tag { font-weight: 700; }
.relationships a.tag { background: var(--soft); }
blockquote.summary { margin: .5em 1.5em; }
ul.series { list-style: none; padding: 0; font-size: .9em; }
dl.stats { display: flex; flex-wrap: wrap; justify-content: flex-end; gap: .1em .3em; margin: .4em 0 0; font-size: .85em; }
dl.stats dd { margin: 0 .6em 0 0; }
.user.module { position: relative; border-top: 1px dashed var(--line); margin-top: .6em; padding-top: .3em; font-size: .9em; }
.pagination, .actions { display: flex; flex-wrap: wrap; gap: .3em; list-style: none; padding: 0; }
.pagination a, .pagination span, .actions a, .actions input, .actions button { display: inline-block; border: 1px solid var(--line); background: var(--soft); color: inherit; border-radius: .25em; padding: .25em .5em; text-decoration: none; font: inherit; }
.expandable, .toggled, #comments_placeholder, .flash:empty { display: none; }
form.filters { border: 1px solid var(--line); padding: .5em; margin: 1em 0; font-size: .9em; max-height: 20em; overflow: auto; }
dl.meta { display: grid; grid-template-columns: minmax(6em, 12em) 1fr; gap: .3em 1em; border: 1px solid var(--line); padding: .75em; }
dl.meta dd { margin: 0; }
dl.meta ul { margin: 0; padding: 0; }
#workskin { max-width: 45em; margin: 1.5em auto; }
p.notice, p.caution { border: 1px solid var(--line); background: var(--soft); padding: .5em; }
@media (max-width: 42em) {
  #inner { display: block; padding: .5em; }
  .blurb .header { padding-right: 0; padding-top: 1.3em; padding-left: 4.4em; }
  dl.meta { display: block; }
  form.filters { display: none; }
  .pagination a, .pagination span, .actions a { min-height: 44px; padding: .6em .8em; }
}
`;

/**
 * What the archive's own scripts change in a page, as far as it matters here: the class on the body, hidden tags
 * that are fetched when asked for, entries that are taken out of the history, collection items behind a switch.
 */
export const SCRIPT = `
addEventListener('DOMContentLoaded', () => {
  document.body.classList.add('javascript');
  document.addEventListener('click', async (event) => {
    const hidden = event.target.closest('a[data-remote][href^="/tags/show_hidden"]');
    if (!hidden) return;
    event.preventDefault();
    const reply = await fetch(hidden.href);
    const template = document.createElement('template');
    template.innerHTML = await reply.text();
    hidden.closest('li').replaceWith(template.content);
  });
  document.addEventListener('submit', (event) => {
    const form = event.target.closest('form.ajax-remove');
    if (!form) return;
    event.preventDefault();
    form.closest('li.group').remove();
  });
  for (const item of document.querySelectorAll('li.collection.item h4.heading')) {
    item.addEventListener('dblclick', () => item.closest('li').querySelector('.toggled').style.setProperty('display', 'block'));
  }
});
`;
