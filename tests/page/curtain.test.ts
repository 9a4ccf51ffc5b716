// @vitest-environment jsdom
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { archives, optionalArchives } from '../../src/archives/index';
import { workPages } from '../../src/archives/work-pages';
import { removeCurtain, setCurtain } from '../../src/page/curtain';

/** Style sheet of each family's script. */
const SHEETS: Record<string, string> = {
  otw: 'lookout.content',
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
    'covers exactly what the adapter $id may judge',
    ({ id, items }) => {
      expect(squeeze(sheet(SHEETS[id] ?? id)), `entrypoints/${SHEETS[id]}/style.css must name this selector: ${items}`).toContain(squeeze(items));
    },
  );

  it.each(Object.entries(workPages))('covers what the reader of work pages of %s names', (id, { main }) => {
    expect(squeeze(sheet(WORK_SHEETS[id] ?? id))).toContain(squeeze(main));
  });

  it.each([...new Set([...Object.values(SHEETS), ...Object.values(WORK_SHEETS)])])('of %s covers in each of its states, out of reach of the page', (folder) => {
    const [before = '', layer = ''] = sheet(folder).split('@layer foldaway {');
    for (const state of ['html:not([data-foldaway-curtain]) &', "html[data-foldaway-curtain='down'] &", "html[data-foldaway-curtain='all'] &"])
      expect(layer.split(state)).toHaveLength(2);
    expect(before).not.toContain('!important');
  });

  it('says its state on the root element', () => {
    const state = (): string | null => document.documentElement.getAttribute('data-foldaway-curtain');
    setCurtain(document, 'down');
    expect(state()).toBe('down');
    setCurtain(document, 'up');
    expect(state()).toBe('up');
    removeCurtain(document);
    expect(state()).toBeNull();
  });
});
