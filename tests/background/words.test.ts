import { afterEach, describe, expect, it, vi } from 'vitest';
import { getMessage } from '../fake-extension';

/** Two contexts of the extension: one that hands words out, and a page that takes them. */
async function contexts(getMessageOfPage: typeof getMessage) {
  vi.stubGlobal('browser', { runtime: { id: 'test' }, i18n: { getMessage } });
  const { pageWords } = await import('../../entrypoints/background/words');
  const words = JSON.parse(JSON.stringify(pageWords())) as ReturnType<typeof pageWords>;
  const { counted, handWords, text, themeReason } = await import('../../src/i18n');
  const inBackground = {
    text: text('fold_because', 'Folded', '$1 & \\1'),
    few: counted('bar_folded', 1),
    many: counted('fold_more', 1234),
    theme: themeReason({ theme: 'non-consent', level: 'referenced', words: ['Past $2'] }),
  };
  vi.stubGlobal('browser', { runtime: { id: 'test' }, i18n: { getMessage: getMessageOfPage } });
  handWords(words);
  return { counted, text, themeReason, inBackground };
}

describe('words handed to a page', () => {
  afterEach(async () => {
    (await import('../../src/i18n')).handWords(undefined);
    vi.unstubAllGlobals();
  });

  it('say what the browser itself would say, without asking it', async () => {
    const asked: string[] = [];
    const { counted, text, themeReason, inBackground } = await contexts((key) => {
      asked.push(key);
      return '';
    });
    expect(text('fold_because', 'Folded', '$1 & \\1')).toBe(inBackground.text);
    expect(counted('bar_folded', 1)).toBe(inBackground.few);
    expect(themeReason({ theme: 'non-consent', level: 'referenced', words: ['Past $2'] })).toBe(inBackground.theme);
    expect(asked).toEqual([]);
    expect(inBackground.text).toContain('$1 & \\1');
  });

  it('leave long numbers and rare words to the browser', async () => {
    const { counted, text, inBackground } = await contexts(getMessage);
    expect(counted('fold_more', 1234)).toBe(inBackground.many);
    expect(inBackground.many).toContain('1,234');
    expect(text('bar_no_answer')).toBe(getMessage('bar_no_answer'));
  });
});
