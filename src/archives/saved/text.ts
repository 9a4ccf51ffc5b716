import type { Work } from '../../domain/work';
import { byline, named } from '../otw/creators';
import { clean } from '../reading/text';
import { labelOf, settleGroups, startSaved, takeGroup } from './groups';

/** Texts longer than a work ever is are not looked at. */
const LONGEST = 20_000_000;

/** Longer ones are not judged; where its end is not found, the text of the work follows. */
const LONGEST_SUMMARY = 20_000;

/** Stands in front of the tags of a work page that was copied as text. */
const STARTING_TAGS = /^\[starting tags\]\s*$/im;
const POSTED = /^[ \t]*Posted originally on the .{1,80} at (https?:\/\/\S+?)\.?\s*$/m;

/** How much of a text is enough to tell whether it may be a saved work, in characters: the style of a download comes first. */
export const SNIFFED = 20_000;

/** Whether a text may be a saved work by how it begins; a copied one ends with its tags, so the whole tells for sure. */
export const maySavedText = (start: string): boolean =>
  /^[ \t]*(?:Work Text:|Chapter Text)[ \t\r]*$/m.test(start) || STARTING_TAGS.test(start) || POSTED.test(start);

/** Reads a work that was saved as plain text; null when the text is none of the forms that are known. */
export function readSavedText(text: string): Work | null {
  if (text.length > LONGEST) return null;
  const tags = STARTING_TAGS.exec(text);
  if (tags !== null) return readCopied(text.slice(tags.index + tags[0].length));
  const posted = POSTED.exec(text);
  return posted === null ? null : readDownloaded(text.slice(0, posted.index), posted[1] ?? '', text.slice(posted.index + posted[0].length));
}

/** Groups of names, one a line, under their labels; an empty line ends a group. */
function readCopied(text: string): Work {
  const work = startSaved();
  let label: string | null = null;
  let names: string[] = [];
  const end = (): void => {
    if (label !== null) takeGroup(work, label, names);
    label = null;
    names = [];
  };
  for (const line of text.split('\n')) {
    const next = labelOf(line);
    if (next !== null || line.trim() === '') end();
    if (next !== null) label = next;
    else if (label !== null) names.push(line);
  }
  end();
  return settleGroups(work);
}

/** The text of a download: labels with their tags on the lines below, then title, byline and summary. */
function readDownloaded(before: string, address: string, behind: string): Work {
  const work = startSaved();
  work.title = clean(before.trimEnd().split('\n').at(-1) ?? '') || null;
  work.id = /\/works\/(\d+)/.exec(address)?.[1] ?? null;
  work.url = address;
  const lines = behind.split('\n');
  let at = 0;
  for (let label: string | null = null; at < lines.length; at += 1) {
    const line = lines[at] ?? '';
    const next = labelOf(line);
    if (next !== null) {
      label = next;
      continue;
    }
    if (label === null || line.trim() === '') {
      if (label === 'stat' && work.words !== null) break;
      continue;
    }
    if (label === 'stat') {
      const end = lines.findIndex((other, index) => index > at && other.trim() === '');
      takeGroup(work, label, lines.slice(at, end === -1 ? lines.length : end));
      at = (end === -1 ? lines.length : end) - 1;
    } else {
      takeGroup(work, label, line.split(', '));
      label = null;
    }
  }
  const rest = lines.slice(at).map((line) => line.trim());
  const by = rest.findIndex((line) => line.startsWith('by '));
  if (by !== -1) {
    const { creators, anonymous } = byline([], (rest[by] ?? '').slice(3));
    work.creators = creators.flatMap(({ name }) => name.split(', ').map(named));
    work.anonymous = anonymous;
  }
  if (rest[by + 1] === 'Summary') {
    const end = rest.findIndex((line, index) => index > by + 1 && (line === 'Notes' || line === ''));
    work.summary =
      rest
        .slice(by + 2, end === -1 ? undefined : end)
        .join('\n')
        .slice(0, LONGEST_SUMMARY) || null;
  }
  return settleGroups(work);
}
