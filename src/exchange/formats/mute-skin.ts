import { Draft } from '../draft';
import type { Format } from '../preview';

/*
 * Site skins that mute by number, `.user-123 { display: none !important; }`, and the style that the archive itself
 * puts into pages for muted users. Works by number (`.work-123`) are found in such skins too.
 */

const HIDES = /display\s*:\s*none|visibility\s*:\s*hidden/i;
const SELECTOR = /\.(user|work|series)-(\d{1,15})(?![\w-])/g;

export const muteSkin: Format = {
  id: 'mute-skin',
  detect({ text, json }) {
    if (json !== undefined || !text.includes('{')) return false;
    for (const { selectors, hides } of blocks(text)) if (hides && selectors.some((selector) => /\.(?:user|work|series)-\d/.test(selector))) return true;
    return false;
  },
  read({ text }) {
    const draft = new Draft('mute-skin');
    for (const { selectors, hides } of blocks(text)) {
      for (const selector of selectors) {
        const found = [...selector.matchAll(SELECTOR)];
        if (found.length === 0) continue;
        if (!hides || /:not\(|:has\(/i.test(selector)) draft.leave(selector, 'site_setting');
        else if (/\bcomment\b/i.test(selector)) draft.leave(selector, 'comments');
        else for (const [, kind = '', id = ''] of found) number(draft, kind, id);
      }
    }
    return draft.preview();
  },
};

function number(draft: Draft, kind: string, id: string): void {
  if (kind === 'user') {
    // No login has a hyphen, so this name never matches by itself: the number does.
    draft.add({ action: 'fold', when: [{ field: 'creator', values: [{ type: 'creator', name: `user-${id}`, id }] }] }, `.user-${id}`);
    draft.remark('account_only_number');
  } else {
    const host = kind === 'series' ? { host: 'archiveofourown.org' } : {};
    draft.add({ action: 'fold', when: [{ field: kind, values: [{ type: 'id', id, ...host }] }] }, `.${kind}-${id}`);
  }
}

/** The blocks of a style sheet, in a page or alone; comments are dropped. */
function* blocks(text: string): Generator<{ selectors: string[]; hides: boolean }> {
  const css = text
    .split('/*')
    .map((part, index) => (index === 0 ? part : part.slice(endOfComment(part))))
    .join('');
  for (const block of css.split('}')) {
    const open = block.lastIndexOf('{');
    if (open < 0) continue;
    const before = block.slice(0, open);
    const head = before.slice(Math.max(before.lastIndexOf('{'), before.lastIndexOf(';'), before.lastIndexOf('>')) + 1);
    yield { selectors: head.split(',').map((selector) => selector.trim()), hides: HIDES.test(block.slice(open)) };
  }
}

const endOfComment = (part: string): number => {
  const end = part.indexOf('*/');
  return end < 0 ? part.length : end + 2;
};
