import { describe, expect, it } from 'vitest';
import { correctionName, correctionsOf, isCorrection, listCorrections } from '../../../src/rules/themes/corrections';
import { themesOfTag, type ThemeMatch } from '../../../src/rules/themes/recognise';

const themes = (tag: string, settings: [string, string][]): ThemeMatch['theme'][] =>
  themesOfTag(tag, 'freeform', correctionsOf(settings)).map(({ theme }) => theme);
const nameOf = (...said: Parameters<typeof correctionName>): string => correctionName(...said) ?? '';

describe('what the reader says of tags', () => {
  it('is a setting of its own for each theme and tag, whose name has the tag folded', () => {
    expect(correctionName('clean', 'medical', '  HOSPITALS\u00a0at  Night ')).toBe('theme-clean:medical:hospitals at night');
    expect(correctionName('added', 'self-harm', 'Skin: Deep')).toBe('theme-added:self-harm:skin: deep');
  });

  it('is refused of what is no tag', () => {
    expect(correctionName('clean', 'medical', ' \u200b ')).toBeNull();
    expect(correctionName('clean', 'medical', 'a'.repeat(1001))).toBeNull();
  });

  it('counts for every spelling of the tag and for that theme alone', () => {
    const settings: [string, string][] = [[nameOf('clean', 'medical', 'Hospitals'), 'Hospitals']];
    expect(themes('hospitals', [])).toEqual(['medical']);
    expect(themes('hospitals', settings)).toEqual([]);
    expect(themes('Hospitals, suicide', settings)).toContain('suicide');
    expect(themes('Flu Season', [[nameOf('added', 'vomit', 'flu season'), 'flu season']])).toEqual(['vomit']);
  });

  it('is heard on a tag that was judged without it before, and no longer once it is gone', () => {
    const settings: [string, string][] = [[nameOf('clean', 'vomit', 'Vomiting'), 'Vomiting']];
    expect([themes('Vomiting', []), themes('Vomiting', settings), themes('Vomiting', [])]).toEqual([['vomit'], [], ['vomit']]);
  });

  it('is careful when two devices say opposite things', () => {
    const both: [string, string][] = [
      [nameOf('added', 'vomit', 'Flu'), 'Flu'],
      [nameOf('clean', 'vomit', 'Flu'), 'Flu'],
    ];
    expect(themes('Flu', both)).toEqual(['vomit']);
  });

  it('is listed as the reader met it; other settings, themes of later versions and odd values are left out', () => {
    const name = nameOf('clean', 'medical', 'Hospitals');
    const settings = [
      ['gather', true],
      ['theme-clean:weather:rain', 'Rain'],
      ['theme-clean:medical', 'x'],
      ['theme-added:vomit:flu', 7],
      ['__proto__', 'x'],
      [name, 'Hospitals'],
    ] as const;
    expect(listCorrections(settings)).toEqual([{ name, kind: 'clean', theme: 'medical', tag: 'Hospitals' }]);
    expect(correctionsOf([['gather', true]])).toBeUndefined();
    expect(isCorrection('theme')).toBe(false);
  });

  it('is harmless about tags with names of JavaScript', () => {
    expect(themes('__proto__', [[nameOf('added', 'vomit', '__proto__'), '__proto__']])).toEqual(['vomit']);
    expect(themes('constructor', [[nameOf('added', 'vomit', '__proto__'), '__proto__']])).toEqual([]);
  });
});
