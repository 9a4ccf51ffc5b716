import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isTheme, themesOfTag } from '../../../src/rules/themes/recognise';
import { anyTagName, KINDS } from '../../fuzz/areas/themes';

const kind = fc.constantFrom(...KINDS);
const nasty = fc.oneof(anyTagName, fc.constant('constructor'));

describe('any name at all', () => {
  it('is answered without an error, by themes that exist and levels that exist', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary', maxLength: 300 }), fc.string({ maxLength: 300 }), nasty), kind, (name, of) => {
        for (const { theme, level, words } of themesOfTag(name, of)) {
          expect(isTheme(theme)).toBe(true);
          expect(['present', 'referenced', 'negated']).toContain(level);
          expect(words).toEqual([name]);
        }
      }),
      { numRuns: 2000 },
    );
  });

  it('is answered alike each time', () => {
    fc.assert(
      fc.property(nasty, kind, (name, of) => {
        expect(themesOfTag(name, of)).toEqual(themesOfTag(name, of));
      }),
    );
  });

  it('is none by the capitals of its fandom where all letters are capitals', () => {
    expect(themesOfTag('Death (Discworld)', 'freeform')).toEqual([]);
    expect(themesOfTag('DEATH ( CON', 'freeform')).toHaveLength(1);
  });

  it('does not depend on case', () => {
    const said = (name: string): string[] => themesOfTag(name, 'freeform').map(({ theme, level }) => `${theme} ${level}`);
    fc.assert(
      fc.property(nasty, (name) => {
        expect(said(name.toUpperCase())).toEqual(said(name.toLowerCase()));
      }),
      { examples: [['death ( con']] },
    );
  });

  it('is read no further than to a bound, however long', () => {
    const short = themesOfTag('no beta '.repeat(100), 'freeform').map(({ theme }) => theme);
    for (const part of ['no beta ', 'r*', 'a-', '((', 'not rape or ', '\u0301', 'x/']) {
      const name = part.repeat(Math.ceil(1_000_000 / part.length));
      for (const of of KINDS) expect(Array.isArray(themesOfTag(name, of))).toBe(true);
    }
    expect(themesOfTag('no beta '.repeat(125_000), 'freeform').map(({ theme }) => theme)).toEqual(short);
  });
});
