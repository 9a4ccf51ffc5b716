import { Draft } from '../draft';
import { decoded } from '../entries';
import { literal } from '../patterns';
import type { Format } from '../preview';

/*
 * The archive's own page of muted users (/users/NAME/muted/users), saved as HTML or copied as text. Source of its
 * markup: otwarchive, app/views/muted/users and app/views/pseuds/_pseud_module.
 */

const TAG = /<li\b[^<>]{0,400}>/gi;
const USER = /href="(?:https?:\/\/[^"/]{1,200})?\/users\/([^"/?#]{1,200})(?:\/pseuds\/[^"/?#]{1,400})?\/?"/i;
const NEXT_PAGE = /rel="next"|^[ \t]*Next →[ \t]*$/im;
const UNMUTE = /^[ \t]*Unmute[ \t]*$/im;
/** "account" or "pseud (account)"; accounts have letters, digits and underscores only. */
const SHOWN = /^(?:(.{1,40}) \((\w{3,40})\)|(\w{3,40}))$/;
const NOT_A_NAME = /^(?:User Actions|Navigation|Unmute|Mute|\d{4}-\d\d-\d\d|\d{1,2} \w{3} \d{4}|\d+ (?:works?|recs?).*)$/i;

export const mutedUsers: Format = {
  id: 'muted-users',
  detect: ({ text, json }) => json === undefined && (text.includes('"pseud index group"') || (UNMUTE.test(text) && !text.includes('<'))),
  read({ text }) {
    const draft = new Draft('muted-users');
    for (const name of /<li\b/i.test(text) ? fromMarkup(text) : fromText(text)) {
      draft.add({ action: 'fold', when: [{ field: 'creator', values: [{ type: 'creator', name: literal(name) }] }] }, name);
    }
    if (NEXT_PAGE.test(text)) draft.remark('page_of_several');
    return draft.preview();
  },
};

/** The first link of each item is the account, whatever pseud it shows. */
function fromMarkup(text: string): string[] {
  const items = [...text.matchAll(TAG)].filter(([tag]) => /\buser\b/.test(tag) && /\bblurb\b/.test(tag));
  const starts = items.map((found) => found.index);
  return starts.flatMap((start, index) => {
    const name = USER.exec(text.slice(start, Math.min(starts[index + 1] ?? text.length, start + 4000)))?.[1];
    return name === undefined ? [] : [decoded(name)];
  });
}

/** Copied text: the line with the name stands last before "Unmute", after the icon's and before the actions' words. */
function fromText(text: string): string[] {
  const names: string[] = [];
  let last: string | null = null;
  for (const line of text.split(/\r\n|\r|\n/).map((one) => one.trim())) {
    if (/^unmute$/i.test(line)) {
      if (last !== null) names.push(last);
      last = null;
    } else if (line !== '' && !NOT_A_NAME.test(line)) {
      const found = SHOWN.exec(line);
      last = found === null ? last : (found[2] ?? found[3] ?? last);
    }
  }
  return names;
}
