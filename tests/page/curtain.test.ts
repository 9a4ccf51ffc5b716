// @vitest-environment jsdom
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { archives, optionalArchives } from '../../src/archives/index';
import { workPages } from '../../src/archives/work-pages';
import { curtainState, setCurtain } from '../../src/page/curtain';

/** Style sheet of each family's script. */
const SHEETS: Record<string, string> = {
  otw: 'archive.content',
  'fanfiction-net': 'fanfiction.content',
  'royal-road': 'optional.content',
  fimfiction: 'optional.content',
  'scribble-hub': 'optional.content',
  ficbook: 'optional.content',
};
const WORK_SHEETS: Record<string, string> = { otw: 'work.content', 'fanfiction-net': 'story.content' };
const sheet = (folder: string): string => readFileSync(join(import.meta.dirname, '../../entrypoints', folder, 'style.css'), 'utf8');
const squeeze = (selector: string): string =>
  selector
    .replace(/"/g, "'")
    .replace(/\s+/g, ' ')
    .replace(/([(,]) /g, '$1')
    .replace(/ \)/g, ')');

describe('the curtain', () => {
  it.each([...new Map([...archives, ...optionalArchives].map(({ adapter }) => [adapter.id, adapter])).values()])(
    'covers exactly what the adapter $id may judge, in each of its states',
    ({ id, items }) => {
      const occurrences = squeeze(sheet(SHEETS[id] ?? id)).split(squeeze(items)).length - 1;
      expect(occurrences, `entrypoints/${SHEETS[id]}/style.css must name this selector three times: ${items}`).toBe(3);
    },
  );

  it.each(Object.entries(workPages))('covers what the reader of work pages of %s names, in each of its states', (id, { main }) => {
    expect(squeeze(sheet(WORK_SHEETS[id] ?? id)).split(squeeze(main)).length - 1).toBeGreaterThanOrEqual(3);
  });

  it('says its state on the root element', () => {
    expect(curtainState(document)).toBeNull();
    setCurtain(document, 'down');
    expect(document.documentElement.getAttribute('data-foldaway-curtain')).toBe('down');
    setCurtain(document, 'up');
    expect(curtainState(document)).toBe('up');
  });
});
