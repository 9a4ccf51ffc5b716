import { describe, expect, it } from 'vitest';
import { emptyWork } from '../../../src/domain/work';
import { recogniseThemes, THEMES, themesOfTag } from '../../../src/rules/themes/recognise';

describe('recogniseThemes', () => {
  it('takes archive warnings at their word', () => {
    const work = { ...emptyWork('work'), warnings: ['noncon', 'underage', 'death', 'violence'] as const };
    const themes = recogniseThemes({ ...work, warnings: [...work.warnings] }).map(({ theme, level }) => [theme, level]);
    expect(themes).toEqual([
      ['non-consent', 'present'],
      ['underage', 'present'],
      ['character-death', 'present'],
      ['gore-and-torture', 'present'],
    ]);
  });

  it('says nothing about a work whose creator chose not to warn', () => {
    expect(recogniseThemes({ ...emptyWork('work'), warnings: ['cntw', 'none'] })).toEqual([]);
  });

  it('gives the strongest level and the tags of that level as the page spells them', () => {
    const work = { ...emptyWork('work'), freeforms: ['Past Rape/Non-con', 'no rape', 'NonCon', 'Rape'] };
    expect(recogniseThemes(work)).toEqual([{ theme: 'non-consent', level: 'present', words: ['NonCon', 'Rape'] }]);
  });

  it('lists themes in the order of the picker', () => {
    const order = recogniseThemes({ ...emptyWork('work'), freeforms: ['Mpreg', 'Suicide', 'Rape'] }).map(({ theme }) => THEMES.indexOf(theme));
    expect(order).toEqual([...order].sort((a, b) => a - b));
  });

  it('leaves out a tag that the reader called clean, in any spelling', () => {
    const corrections = { clean: new Map([['medical' as const, new Set(['hospitals'])]]) };
    expect(themesOfTag('HOSPITALS', 'freeform', corrections)).toEqual([]);
    expect(themesOfTag('Hospitals', 'freeform')).toHaveLength(1);
  });

  it('adds a theme to a tag as the reader asked', () => {
    const corrections = { added: new Map([['vomit' as const, new Set(['flu season'])]]) };
    expect(themesOfTag('Flu Season', 'freeform', corrections)).toEqual([{ theme: 'vomit', level: 'present', words: ['Flu Season'] }]);
  });
});
