import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

/** One file of public/_locales. */
type Words = Record<string, { message: string; placeholders?: Record<string, { content: string }> }>;

const FOLDER = 'public/_locales';
const FORM = /^(.+)_(zero|one|two|few|many|other)$/;
const FORMS = ['zero', 'one', 'two', 'few', 'many', 'other'];

const read = (locale: string): Words => JSON.parse(readFileSync(`${FOLDER}/${locale}/messages.json`, 'utf8')) as Words;
const locales = readdirSync(FOLDER);
const english = read('en');

/** Names of messages with a number, which have a key for each plural form. */
const counted = Object.keys(english).flatMap((key) => (key.endsWith('_other') ? [key.slice(0, -'_other'.length)] : []));
const nameOf = (key: string): string => {
  const name = FORM.exec(key)?.[1];
  return name !== undefined && counted.includes(name) ? name : key;
};
const isCounted = (key: string): boolean => nameOf(key) !== key;

/** The English message that a key of any language stands for. */
const likeOf = (key: string): Words[string] | undefined => english[isCounted(key) ? `${nameOf(key)}_other` : key];
const used = (message: string): string[] => [...new Set([...message.matchAll(/\$(\w+)\$/g)].map(([, name = '']) => name.toLowerCase()))].sort();

/** The plural forms that a language tells apart, as the browser that shows them does. */
const formsOf = (locale: string): string[] =>
  new Intl.PluralRules(locale.replace('_', '-')).resolvedOptions().pluralCategories.sort((a, b) => FORMS.indexOf(a) - FORMS.indexOf(b));

describe('the words', () => {
  it('are there in every language that is promised', () => {
    expect(locales).toEqual(expect.arrayContaining(['en', 'ar', 'de', 'es', 'fr', 'pt_BR', 'ru', 'zh_CN']));
  });

  it('are all used: named in the code, or made of a beginning that is and a code', () => {
    const code = ['src', 'entrypoints']
      .flatMap((folder) => readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((file) => `${folder}/${file}`))
      .filter((file) => /\.tsx?$/.test(file))
      .concat('wxt.config.ts')
      .map((file) => readFileSync(file, 'utf8'))
      .join('\n');
    const named = new Set(code.match(/\w+/g));
    const beginnings = [...code.matchAll(/`([a-z]\w*_)\$\{/g)].map(([, beginning = '']) => beginning);
    const unused = Object.keys(english).filter((key) => !named.has(nameOf(key)) && !named.has(key) && !beginnings.some((one) => key.startsWith(one)));
    expect(beginnings).toContain('rule_error_');
    expect(unused).toEqual([]);
  });

  describe.each(locales)('in %s', (locale) => {
    const words = read(locale);

    it('are the same ones as in English', () => {
      const names = (all: Words): string[] => [...new Set(Object.keys(all).map(nameOf))].sort();
      expect(names(words)).toEqual(names(english));
    });

    it('have every plural form of the language, and no other', () => {
      const wrong = counted.filter((name) => FORMS.filter((form) => words[`${name}_${form}`] !== undefined).join() !== formsOf(locale).join());
      expect(wrong).toEqual([]);
    });

    it('have the same placeholders, each declared and filled the same way', () => {
      const wrong = Object.entries(words).flatMap(([key, { message, placeholders = {} }]) => {
        const like = likeOf(key);
        // "One rule" needs no number; whatever else a message says must be in every form.
        const may = isCounted(key) && /_(zero|one|two)$/.test(key) ? (name: string) => name !== 'count' : () => true;
        const same =
          used(message).filter(may).join() ===
          used(like?.message ?? '')
            .filter(may)
            .join();
        const declared = JSON.stringify(Object.entries(placeholders).sort()) === JSON.stringify(Object.entries(like?.placeholders ?? {}).sort());
        const known = used(message).every((name) => Object.hasOwn(placeholders, name));
        return same && declared && known ? [] : [key];
      });
      expect(wrong).toEqual([]);
    });

    it('are never empty, and name their language and direction', () => {
      expect(Object.entries(words).flatMap(([key, { message }]) => (message === '' ? [key] : []))).toEqual([]);
      expect(words['ui_language']?.message).toBe(locale.replace('_', '-'));
      expect(words['ui_direction']?.message).toBe(locale === 'ar' ? 'rtl' : 'ltr');
    });
  });
});
