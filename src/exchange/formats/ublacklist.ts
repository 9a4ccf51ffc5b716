import type { Condition } from '../../rules/rule';
import { addressCondition, isArchiveAddress } from '../addresses';
import { Draft, type NewRule } from '../draft';
import { substring, wholeText } from '../patterns';
import type { Format } from '../preview';

/*
 * Lists in the manner of uBlacklist: a rule a line, `#` comments, front matter. A rule is an address pattern, a
 * regular expression about the address, or an expression about the title; `@` before it unblocks, `@1` highlights.
 */

const PREFIX = /^@(\d{0,3})\s*/;
const TITLE = /^(?:title|\$title)\s*(?:(\^=|\*=|\$=|=)\s*(["'])(.{1,500}?)\2\s*i?|\/(.{1,1000})\/([iu]*))$/i;
const PATTERN = /^(?:\*|https?|ftp):\/\/\S+$|^\/.+\/[iu]*$/i;

export const ublacklist: Format = {
  id: 'ublacklist',
  detect({ text, json }) {
    if (json !== undefined) return false;
    const lines = linesOf(text.slice(0, 200_000)).map((line) => line.replace(PREFIX, ''));
    // A list of names may have addresses among them.
    return lines.length > 0 && lines.filter((line) => PATTERN.test(line) || TITLE.test(line)).length * 2 > lines.length;
  },
  read({ text }) {
    const draft = new Draft('ublacklist');
    for (const line of linesOf(text)) {
      const number = PREFIX.exec(line)?.[1];
      const rule: Omit<NewRule, 'when'> = { action: number === undefined ? 'fold' : number === '' || number === '0' ? 'show' : 'highlight' };
      const body = line.replace(PREFIX, '');
      const condition = addressCondition(body) ?? titleCondition(body);
      if (condition !== null) draft.add({ ...rule, when: [condition] }, line);
      else if (isArchiveAddress(body)) draft.leave(line, 'whole_pages');
      else draft.leave(line, PATTERN.test(body) ? 'other_site' : 'bad_line');
    }
    return draft.preview();
  },
};

function titleCondition(body: string): Condition | null {
  const [, operator, , text = '', source, flags = ''] = TITLE.exec(body) ?? [];
  if (source !== undefined) return { field: 'title', values: [{ type: 'regex', source, ...(!flags.includes('i') && { caseSensitive: true as const }) }] };
  if (operator === undefined || text === '') return null;
  if (operator === '*=') return { field: 'title', values: [substring(text)] };
  const whole = wholeText(text).source.slice(1, -1);
  return { field: 'title', values: [{ type: 'regex', source: (operator === '$=' ? '' : '^') + whole + (operator === '^=' ? '' : '$') }] };
}

/** Lines with a rule: without front matter, comments and blank lines. */
function linesOf(text: string): string[] {
  const lines = text.split(/\r\n|\r|\n/);
  const end = lines[0]?.trim() === '---' ? lines.findIndex((line, index) => index > 0 && line.trim() === '---') : -1;
  return lines
    .slice(end + 1)
    .map((line) => line.replace(/^#.*|\s#.*/, '').trim())
    .filter((line) => line !== '');
}
