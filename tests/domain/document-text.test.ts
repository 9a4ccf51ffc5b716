import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PLAIN, putEntry, removeEntry, seenOf, seenText, type Author, type Entry } from '../../src/domain/document';
import { entriesToText, entryToLine, LineReader } from '../../src/domain/document-text';
import { anyDocument } from '../sync/documents';

const by = (seq: number, now = 1000): Author => ({ device: 'devA', now, seq, seen: `devA:${seq};devB:3` });

function read(text: string): LineReader {
  const reader = new LineReader();
  reader.read(text);
  return reader;
}

describe('entries as text', () => {
  it('are one line each, and an ordinary rule is nothing but its identity', () => {
    expect(entriesToText(new Map([['rule', new Map([['tag: Fluff', PLAIN]])]]))).toBe('=rule\ntag: Fluff');
    expect(entryToLine('tag: Fluff', { cl: 1 })).toBe('tag: Fluff');
  });

  it.each(['', '=', '=x', '\\', '\\0', '\\n', 'a\tb\nc\rd\\', '\ud800', 'x\udc00y', '😀', ' lead and trail ', '__proto__', '\u2028'])(
    'give back the identity %j',
    (id) => {
      const reader = read(`=rule\n${entryToLine(id, PLAIN)}\nnext`);
      expect(reader.bad).toEqual([]);
      expect([...reader.entries.get('rule')!.keys()]).toEqual([id, 'next']);
      expect(entryToLine(id, PLAIN)).not.toMatch(/[\n\r\t\ud800-\udfff](?![\udc00-\udfff])(?<!😀)/);
    },
  );

  it('give back any identity', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 12 }),
        (id) =>
          [
            ...read(`=k\n${entryToLine(id, PLAIN)}`)
              .entries.get('k')!
              .keys(),
          ][0] === id,
      ),
      { numRuns: 20_000 },
    );
  });

  it('give back everything, this device’s own marks included', () => {
    const edited = putEntry(putEntry({ cl: 1, f: putEntry(undefined, { note: 'a' }, by(1)).f! }, { note: 'b' }, by(2)), { action: 'hide' }, by(3));
    const removed = removeEntry(edited, by(4))!;
    const back = read(
      entriesToText(
        new Map([
          [
            'rule',
            new Map([
              ['x', edited],
              ['y', removed],
            ]),
          ],
        ]),
        true,
      ),
    );
    expect(back.bad).toEqual([]);
    const again = back.entries.get('rule')!;
    expect({ x: { ...again.get('x') }, y: { ...again.get('y') } }).toEqual({ x: edited, y: removed });
    expect(edited.base).toEqual({ note: 0 });
  });

  it('are read as they were from any document', () => {
    fc.assert(
      fc.property(anyDocument, (document) => {
        const text = entriesToText(document.entries, true);
        const back = read(text);
        return back.bad.length === 0 && entriesToText(back.entries, true) === text;
      }),
      { numRuns: 5000 },
    );
  });

  it.each([
    'x\tnothing',
    'x\t0',
    'x\t-1',
    'x\t1.5',
    'x\t1e3',
    'x\t2@',
    'x\t2@5',
    'x\t2@5,d',
    'x\t2@5,d,s,t',
    'x\t1\t{',
    'x\t1\t[]',
    'x\t1\tnull',
    'x\t1\t\t{"a":1}',
    'x\t1\t\t{"a":[1,2,3]}',
    'x\t1\t\t{"a":[-1,"d",3]}',
    'x\t1\t\t\t5\t',
    'x\t1\t\t\tx',
    '\\q',
    '\\u12',
  ])('set a line apart that is none: %j', (line) => {
    const reader = read(`=rule\na\n${line}\nb`);
    expect(reader.bad).toEqual([{ kind: 'rule', line }]);
    expect(reader.entries.get('rule')!.size).toBe(2);
  });

  it('may have columns that say nothing', () => {
    const reader = read('=rule\nx\t1\t\t\t');
    expect(reader.bad).toEqual([]);
    expect(reader.entries.get('rule')?.get('x')).toEqual({ cl: 1 });
  });

  it('share one object for equal fields, which keeps 50,000 rules small', () => {
    const reader = read('=rule\na\t\t{"list":"x"}\nb\t\t{"list":"x"}');
    const [a, b] = [...reader.entries.get('rule')!.values()] as [Entry, Entry];
    expect(a.f).toBe(b.f);
  });
});

describe('what a removal had seen', () => {
  it('is found by device', () => {
    const seen = seenText(
      new Map([
        ['b', 12],
        ['aa', 3],
        ['a', 7],
      ]),
    );
    expect(seen).toBe('a:7;aa:3;b:12');
    expect(['a', 'aa', 'b', 'ab', ''].map((device) => seenOf(seen, device))).toEqual([7, 3, 12, 0, 0]);
  });
});
