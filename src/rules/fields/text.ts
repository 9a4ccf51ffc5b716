import type { TextField } from '../facts';
import { findPhrase, pieceOfText, readPhrase, type Words } from '../match/words';
import { defineField, WEIGHT, type Field } from './field';
import { readNameValue, writeNameValue } from './names';
import { fileRegex, testRegex } from './regex-values';

/** Running text: a value matches whole words, in any script; `*` extends a word. */
function textField(name: TextField): Field {
  return defineField<Words>({
    name,
    kind: 'text',
    wildcards: true,
    regexes: true,
    read: (raw) => readNameValue(raw, false),
    write: writeNameValue,
    items(facts) {
      const words = facts.wordsOf(name);
      return words === null ? [] : [words];
    },
    test(value) {
      if (value.type === 'regex') return testRegex(value, (words: Words) => ({ text: words.original, folded: words.folded }), name !== 'title');
      if (value.type !== 'name') return null;
      const phrase = readPhrase(value.text);
      return (words) => findPhrase(phrase, words) ?? false;
    },
    word: (words) => (name === 'title' ? words.original : ''),
    file(value) {
      if (value.type === 'regex') return fileRegex(value, 'texts');
      if (value.type !== 'name') return null;
      const piece = pieceOfText(value.text);
      return piece === '' ? null : [[{ drawer: 'texts', text: piece, weight: piece.length < 4 ? WEIGHT.shortPiece : WEIGHT.word }]];
    },
  });
}

export const textFields: readonly Field[] = [textField('title'), textField('summary'), textField('notes')];
