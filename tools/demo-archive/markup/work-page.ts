import { has } from './era';
import { byline, paragraphs, pseudOf } from './formats';
import { html, joined, none, raw, type Html } from './html';
import { locks } from './item-header';
import { chapterId } from './item-stats';
import { renderPage, type PageSpec } from './page';
import type { RenderOptions, WorkSpec } from './spec';
import { workMeta, seriesSpans } from './work-meta';
import { workItem } from './work-item';

export interface WorkPageOptions {
  /** 1-based; absent: the whole work. A work of several chapters opens on its first. */
  chapter?: number;
  /** Creator's style: one style sheet whose rules all begin with `#workskin`. */
  workStyle?: string;
  /** A rule that lets Chromium render the next chapter before it is asked for. */
  prerenderNext?: boolean;
  muted?: readonly number[];
}

const stockText = [['The kettle clicked off, and nobody moved.', '“Tea?”', 'Outside, the rain had found the gutter again.']];

const chapterText = (work: WorkSpec, chapter: number): string[] => (work.text ?? stockText)[chapter - 1] ?? stockText[0] ?? [];

const authorNames = (work: WorkSpec): string => (work.anonymous === true ? 'Anonymous' : work.authors.map(pseudOf).join(', '));

const pageTitle = (work: WorkSpec, chapter?: number): string =>
  `${work.title}${chapter === undefined ? '' : ` - Chapter ${chapter}`} - ${authorNames(work)} - ${work.fandoms.join(', ')}`;

function navigation(work: WorkSpec, chapter: number | undefined, options: RenderOptions): Html {
  const several = work.chapters.posted > 1;
  const next = chapter !== undefined && chapter < work.chapters.posted ? chapterId(work, chapter + 1) : null;
  const base = `/works/${work.id}`;
  return html`
<h3 class="landmark heading">Actions</h3>
<ul class="work navigation actions" role="menu">
  ${work.own === true && html`<li class="edit"><a href="${base}/edit">Edit</a></li>`}
  ${several && (chapter === undefined ? html`<li class="chapter bychapter"><a href="${base}/chapters/${chapterId(work, 1)}">Chapter by Chapter</a></li>` : html`<li class="chapter entire"><a href="${base}?view_full_work=true">Entire Work</a></li>`)}
  ${next !== null && html`<li class="chapter next"><a href="${base}/chapters/${next}#workskin">Next Chapter →</a></li>`}
  ${several && html`<li><noscript><a href="${base}/navigate">Chapter Index</a></noscript></li>`}
  ${options.viewer !== undefined && options.viewer !== null && raw('<li class="bookmark"><a class="bookmark_form_placement_open" href="#bookmark-form">Bookmark</a></li>')}
  <li class="comments" id="show_comments_link_top"><a data-remote="true" href="/comments/show_comments?work_id=${work.id}">Comments</a></li>
  <li class="download"><noscript><h4 class="heading">Download</h4></noscript><button class="hidden">Download</button>
    <ul class="expandable secondary"><li><a href="/downloads/${work.id}/work.epub?updated_at=1743909556">EPUB</a></li><li><a href="/downloads/${work.id}/work.html?updated_at=1743909556">HTML</a></li></ul>
  </li>
</ul>
`;
}

/** Title, byline, and on the first chapter summary and notes. */
function preface(work: WorkSpec, first: boolean): Html {
  const summary = work.summaryHtml === undefined ? (work.summary === null ? null : paragraphs(work.summary)) : raw(work.summaryHtml);
  const recipients = (work.recipients ?? []).map((recipient) => ('name' in recipient ? recipient.name : (recipient.pseud ?? recipient.login)));
  return html`
  <div class="preface group">
    <h2 class="title heading">
      ${work.title}
      ${locks(work)}
    </h2>
    <h3 class="byline heading">
      ${byline(work, work.own === true)}
    </h3>
    ${
      first &&
      summary !== null &&
      html`<div class="summary module">
      <h3 class="heading">Summary:</h3>
      <blockquote class="userstuff">
        ${summary}
      </blockquote>
    </div>`
    }
    ${
      first &&
      (recipients.length > 0 || work.notes !== undefined) &&
      html`<div class="notes module">
      <h3 class="heading">Notes:</h3>
      ${
        recipients.length > 0 &&
        html`<ul class="associations"><li>For ${joined(
          recipients.map((name) => html`<a href="/users/${name}/gifts">${name}</a>`),
          ', ',
        )}.</li></ul>`
      }
      ${work.notes !== undefined && html`<blockquote class="userstuff">${paragraphs(work.notes)}</blockquote>`}
    </div>`
    }
  </div>`;
}

function chapterBlock(work: WorkSpec, chapter: number): Html {
  const title = work.chapterTitles?.[chapter - 1];
  return html`
    <div class="chapter" id="chapter-${chapter}">
      <div class="chapter preface group" role="complementary">
        <h3 class="title"><a href="/works/${work.id}/chapters/${chapterId(work, chapter)}">Chapter ${chapter}</a>${title !== undefined && `: ${title}`}</h3>
      </div>
      <div class="userstuff module" role="article">
        <h3 class="landmark heading" id="work">Chapter Text</h3>
        ${chapterText(work, chapter).map((line) => html`<p>${line}</p>`)}
      </div>
    </div>`;
}

function workBody(work: WorkSpec, page: WorkPageOptions, options: RenderOptions): Html {
  const several = work.chapters.posted > 1 || work.chapters.planned !== 1;
  const last = page.chapter === undefined || page.chapter === work.chapters.posted;
  const chapters = page.chapter === undefined ? Array.from({ length: work.chapters.posted }, (_, index) => index + 1) : [page.chapter];
  const text = several
    ? chapters.map((chapter) => chapterBlock(work, chapter))
    : [html`<div class="userstuff"><h3 class="landmark heading" id="work">Work Text:</h3>${chapterText(work, 1).map((line) => html`<p>${line}</p>`)}</div>`];
  const series = seriesSpans(work);
  const skin = html`
  <div id="workskin">${preface(work, (page.chapter ?? 1) === 1)}
    <div id="chapters" role="article">
      ${text}
    </div>
    ${
      last &&
      html`<div class="afterword preface group">
      ${work.endNotes !== undefined && html`<div id="work_endnotes" class="end notes module"><h3 class="heading">Notes:</h3><blockquote class="userstuff">${paragraphs(work.endNotes)}</blockquote></div>`}
      ${series.length > 0 && html`<div id="series" class="series module"><h3 class="heading">Series this work belongs to:</h3><ul>${series.map((part) => html`<li>${part}</li>`)}</ul></div>`}
    </div>`
    }
  </div>`;
  const style = page.workStyle === undefined ? none : raw(`<style>${page.workStyle.replace(/<\//g, '')}</style>`);
  return has(options, 'workSkinWrapper') ? html`${style}<div id="work-skin" class="wrapper">${skin}</div>` : html`${style}${skin}`;
}

function feedback(work: WorkSpec): Html {
  return html`
<div id="feedback" class="feedback">
  <h3 class="landmark heading">Actions</h3>
  <ul class="actions">
    <li><a href="#main">↑ Top</a></li>
    <li><form id="new_kudo" action="/kudos" accept-charset="UTF-8" method="post"><input value="${work.id}" type="hidden" name="kudo[commentable_id]" /><input type="submit" name="commit" value="Kudos ♥" id="kudo_submit" /></form></li>
    <li id="show_comments_link"><a data-remote="true" href="/comments/show_comments?work_id=${work.id}">Comments</a></li>
  </ul>
  <div id="kudos"><p class="kudos"><a href="/users/passerby">passerby</a> left kudos on this work!</p></div>
  <div id="comments_placeholder" style="display:none;"></div>
</div>
`;
}

const speculation = (work: WorkSpec, chapter: number): Html =>
  raw(`<script type="speculationrules">{"prerender":[{"source":"list","urls":["/works/${work.id}/chapters/${chapterId(work, chapter)}"]}]}</script>\n`);

function workPage(work: WorkSpec, page: WorkPageOptions, options: RenderOptions): PageSpec {
  const wrapped = page.chapter !== undefined || has(options, 'workWrapper');
  const content = html`
${navigation(work, page.chapter, options)}
<h3 class="landmark heading">Work Header</h3>
${workMeta(work, options)}
${workBody(work, page, options)}
`;
  const next = page.prerenderNext === true && page.chapter !== undefined && page.chapter < work.chapters.posted ? page.chapter + 1 : null;
  return {
    main: page.chapter === undefined ? 'works-show' : 'chapters-show',
    title: pageTitle(work, page.chapter),
    muted: page.muted ?? [],
    ...(next === null ? {} : { head: speculation(work, next) }),
    content: html`
<ul class="landmark skip"><li><a name="top">&nbsp;</a></li><li><a href="#work">Skip header</a></li></ul>
${work.draftUntil !== undefined && raw('<p class="notice">This work is a draft and has not been posted.</p>')}
${wrapped ? html`<div class="work">${content}</div>` : content}
${feedback(work)}`,
  };
}

/** A work to read: the whole of it, or one chapter. */
export const renderWorkPage = (work: WorkSpec, page: WorkPageOptions = {}, options: RenderOptions = {}): string =>
  renderPage(workPage(work, page, options), options);

/** The notice in front of an adult work, with the work as an item of a listing. */
export function renderAdultNotice(work: WorkSpec, page: WorkPageOptions = {}, options: RenderOptions = {}): string {
  const current = has(options, 'continueWording');
  const address = page.chapter === undefined ? `/works/${work.id}` : `/works/${work.id}/chapters/${chapterId(work, page.chapter)}`;
  return renderPage(
    {
      main: page.chapter === undefined ? 'works-show' : 'chapters-show',
      title: pageTitle(work, page.chapter),
      muted: page.muted ?? [],
      content: html`
<p class="${has(options, 'noticeClass') ? 'caution notice' : 'caution'}">
  This work could have adult content. If you continue, you have agreed that you are willing to see such content.
</p>
<ul class="actions"><li><a href="${address}?view_adult=true">${current ? 'Yes, Continue' : 'Proceed'}</a></li><li><a href="/">${current ? 'No, Go Back' : 'Go Back'}</a></li></ul>
<ol class="work index group">${workItem(work, options)}</ol>
`,
    },
    options,
  );
}

/** The writer's look at an unposted work. */
export const renderPreview = (work: WorkSpec, options: RenderOptions = {}): string =>
  renderPage(
    {
      main: 'works-preview',
      title: `Preview - ${pageTitle(work)}`,
      content: html`
<h2 class="heading">Preview</h2>
<div id="previewpane"><div class="draft work">${workMeta(work, options)}${workBody(work, {}, options)}</div></div>`,
    },
    options,
  );

/** Table of contents of a work. */
export const renderChapterIndex = (work: WorkSpec, options: RenderOptions = {}): string =>
  renderPage(
    {
      main: 'works-navigate',
      title: `Chapter Index - ${work.title}`,
      content: html`
<h2 class="heading">Chapter Index for <a href="/works/${work.id}">${work.title}</a> by ${byline(work)}</h2>
<ol class="chapter index group" role="navigation">${Array.from({ length: work.chapters.posted }, (_, index) => html`<li><a href="/works/${work.id}/chapters/${chapterId(work, index + 1)}">${index + 1}. ${work.chapterTitles?.[index] ?? `Chapter ${index + 1}`}</a> <span class="datetime">(${work.published.slice(0, 10)})</span></li>`)}</ol>`,
    },
    options,
  );
