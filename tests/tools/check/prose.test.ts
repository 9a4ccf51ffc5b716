import { describe, expect, it } from 'vitest';
import { layoutFaults } from '../../../tools/check/layout';
import { proseOfComments, proseOfMarkdown, proseOfMessages, wordsOf } from '../../../tools/check/prose';

const words = (prose: string): string[] => wordsOf(prose).map(({ word }) => word);

describe('prose', () => {
  it('of a page is without code and addresses, and keeps its lines', () => {
    const page = '# A title\n\nSome `codde` with a [word](somwhere.md).\n\n```\nblokc\n```\n\nEnds https://exmaple.org/.\n';
    expect(wordsOf(proseOfMarkdown(page))).toEqual([
      { word: 'title', line: 1 },
      { word: 'Some', line: 3 },
      { word: 'with', line: 3 },
      { word: 'word', line: 3 },
      { word: 'Ends', line: 9 },
    ]);
  });

  it('of a script is in its comments', () => {
    const script = "/** Says hello.\n * @param nmae somebody's name */\nconst world = 'https://xyzzy'; // to the world, see `helloTo`\n";
    expect(words(proseOfComments(script))).toEqual(['Says', 'hello', 'somebody', 'name', 'world']);
  });

  it('of messages is what readers see', () => {
    expect(words(proseOfMessages('{\n  "keey": {\n    "message": "Fodled $COUNT$ works"\n  }\n}\n'))).toEqual(['Fodled', 'works']);
  });

  it('knows names of code, abbreviations and numbers from words', () => {
    expect(words("someName SOME_NAME a.b.c x/y HTML URLs 10kB don't reader's here’s v1")).toEqual(["don't", 'reader', 'here']);
  });
});

describe('the layout of a file', () => {
  it('is well when it is like all others', () => {
    expect(layoutFaults('src/a.ts', "/*\n * Words.\n */\nconst a = {\n  b: 1,\n};\nconst t = `\n   as it is \n`;\n")).toEqual([]);
  });

  it.each<[string, string, string, RegExp]>([
    ['a tab', 'a.ts', 'if (a) {\n\tb();\n}\n', /^2: is indented/],
    ['an odd step', 'a.ts', 'if (a) {\n   b();\n}\n', /^2: is indented/],
    ['a blank at the end of a line', 'a.md', 'a \n', /^1: ends with a blank/],
    ['no line break at the end', 'a.md', 'a', /^1: does not end/],
    ['an empty line at the end', 'a.md', 'a\n\n', /does not end/],
    ['a carriage return', 'a.md', 'a\r\n', /carriage return/],
    ['a byte order mark', 'a.md', '\u{feff}a\n', /byte order mark/],
    ['a line that is too long', 'src/a.ts', `f(${'a, '.repeat(70)});\n`, /^1: has 214 characters/],
  ])('is not well with %s', (_, path, text, fault) => {
    expect(layoutFaults(path, text).join('\n')).toMatch(fault);
  });

  it('counts long texts in a line as short', () => {
    expect(layoutFaults('src/a.ts', `const words = '${'word '.repeat(60)}';\n`)).toEqual([]);
  });
});
