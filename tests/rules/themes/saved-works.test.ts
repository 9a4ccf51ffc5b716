import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { emptyWork } from '../../../src/domain/work';
import { recogniseThemes } from '../../../src/rules/themes/recognise';

/** Saved works that are not part of the project. */
const SAMPLES = join(import.meta.dirname, '../../../../shared/samples/saved-works');

const levels = (freeforms: string[]): Record<string, string> =>
  Object.fromEntries(recogniseThemes({ ...emptyWork('work'), freeforms }).map(({ theme, level }) => [theme, level]));

/** The lines of the group of free tags in a work page copied as text. */
const copiedFreeforms = (file: string): string[][] =>
  [...readFileSync(join(SAMPLES, file), 'utf8').matchAll(/freeform: ?\n([^]*?)\n\n/g)].map(([, lines = '']) => lines.split('\n'));

describe.skipIf(!existsSync(SAMPLES))('saved works', () => {
  it('have the themes of a downloaded work, past ones as such, whatever it denies', () => {
    const text = readFileSync(join(SAMPLES, 'downloaded-work.txt'), 'utf8');
    const freeforms = /Additional Tags:\n(.*)\n/.exec(text)?.[1]?.split(', ') ?? [];
    expect(freeforms).toContain('no in scene noncon');
    expect(levels(freeforms)).toEqual({ 'non-consent': 'referenced', omegaverse: 'present', bigotry: 'present' });
  });

  it('have the themes of work pages copied as text', () => {
    const works = ['work-page-paragraphs.txt', 'work-page-single-chapter.txt', 'work-page-chapter.txt'].flatMap(copiedFreeforms).map(levels);
    expect(works).toContainEqual({ omegaverse: 'present' });
    expect(works).toContainEqual({ 'dubious-consent': 'present', pregnancy: 'present', omegaverse: 'present' });
    expect(works).toContainEqual({ 'non-consent': 'present', pregnancy: 'present', omegaverse: 'present', 'mind-control': 'present' });
  });
});
