import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { languages } from '../../../src/rules/themes/data/index';
import { firstWords, glanceAtStart, readPhrase } from '../../../src/rules/themes/phrase';
import { describe as describeTheme, isTheme, THEMES, themesOfTag } from '../../../src/rules/themes/recognise';

const messages = JSON.parse(readFileSync(join(import.meta.dirname, '../../../public/_locales/en/messages.json'), 'utf8')) as Record<string, unknown>;

/** Lists of the data that hold phrases; the others hold plain words. */
const PLAIN = new Set(['examples', 'censored', 'notes', 'endings', 'also']);

const phrases = languages.flatMap(({ words, themes }) =>
  [words, ...Object.values(themes)].flatMap((data) =>
    Object.entries(data).flatMap(([key, list]: [string, unknown]) =>
      Array.isArray(list) && !PLAIN.has(key) ? (list as string[]).map((phrase) => ({ key, phrase, classes: words.classes })) : [],
    ),
  ),
);

describe('the tables of phrases', () => {
  it('are all in the notation', () => {
    for (const { phrase, classes } of phrases) expect(() => readPhrase(phrase, classes), phrase).not.toThrow();
  });

  it('are in small letters, without the space that would never match', () => {
    const odd = phrases.filter(({ phrase }) => phrase !== phrase.toLowerCase() || phrase.trim() !== phrase || phrase.includes('  ') || phrase === '');
    expect(odd.map(({ phrase }) => phrase)).toEqual([]);
  });

  it('can each begin with some word, or they would never be looked for', () => {
    const silent = phrases.filter(({ phrase, classes }) => firstWords(readPhrase(phrase.replace(/^(?:_ )+/, ''), classes)) === undefined);
    expect(silent.map(({ phrase }) => phrase)).toEqual([]);
  });

  it('begin with the same words at a glance as when read', () => {
    for (const { phrase, classes } of phrases) {
      const glance = glanceAtStart(phrase, classes);
      if (glance !== undefined) expect(new Set(glance), phrase).toEqual(firstWords(readPhrase(phrase, classes)));
    }
  });

  it('say each thing once a list', () => {
    for (const { words, themes } of languages) {
      for (const data of [words, ...Object.values(themes)]) {
        for (const [key, list] of Object.entries(data)) if (Array.isArray(list)) expect(list.length, key).toBe(new Set(list).size);
      }
    }
  });
});

describe.each(THEMES)('the theme %s', (theme) => {
  it('has a name, a description and a coverage, and three examples that it recognises', () => {
    const { nameKey, descriptionKey, coversKey, examples } = describeTheme(theme);
    for (const key of [nameKey, descriptionKey, coversKey]) expect(messages, key).toHaveProperty(key);
    expect(examples).toHaveLength(3);
    for (const example of examples) {
      const kinds = (['freeform', 'relationship'] as const).filter((kind) =>
        themesOfTag(example, kind).some((match) => match.theme === theme && match.level !== 'negated'),
      );
      expect(kinds, example).not.toEqual([]);
    }
  });

  it('names only themes that exist as also meant', () => {
    for (const { themes } of languages) expect((themes[theme].also ?? []).every(isTheme)).toBe(true);
  });
});
