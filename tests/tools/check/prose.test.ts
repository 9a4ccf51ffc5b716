import { describe, expect, it } from 'vitest';
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

  it('of a script is in no string, also where that looks as a comment begins', () => {
    const script = "is('A/*', 'xyzzy'); // somebody's words\nis(\"B/*\", 'xyzzy');\nmay(`https://${HOST}/*`, 'xyzzy');\nconst never = '*/Reader';\n";
    expect(words(proseOfComments(script))).toEqual(['somebody', 'words']);
  });

  it('of messages is what readers see', () => {
    expect(words(proseOfMessages('{\n  "keey": {\n    "message": "Fodled $COUNT$ works"\n  }\n}\n'))).toEqual(['Fodled', 'works']);
  });

  it('knows names of code, abbreviations and numbers from words', () => {
    expect(words("someName SOME_NAME a.b.c x/y HTML URLs 10kB don't reader's here’s v1")).toEqual(["don't", 'reader', 'here']);
  });
});
