import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { emptyDocument, fieldOf, isAlive, type Document, type Entry } from '../../src/domain/document';
import { join } from '../../src/sync/join';
import { anyDocument, canonical, Replica } from './documents';

const CASES = { numRuns: 20_000 };
const same = (a: Document, b: Document): boolean => canonical(a) === canonical(b);

function check<T extends [unknown, ...unknown[]]>(...args: [...{ [K in keyof T]: fc.Arbitrary<T[K]> }, (...values: T) => boolean]): void {
  fc.assert((fc.property as unknown as (...all: unknown[]) => fc.IProperty<T>)(...args), CASES);
}

/** Everything that is alive in `a` and not in `b` is there as an explicit removal that is later. */
function onlyRemovedExplicitly(a: Document, b: Document, joined: Document): boolean {
  for (const [kind, map] of a.entries) {
    for (const [id, one] of map) {
      if (!isAlive(one) || isAlive(joined.entries.get(kind)?.get(id))) continue;
      const other = b.entries.get(kind)?.get(id);
      if (other === undefined || isAlive(other) || other.cl <= one.cl) return false;
    }
  }
  return true;
}

describe('the join of documents', () => {
  it('does not depend on the order of the two', () => {
    check(anyDocument, anyDocument, (a, b) => same(join(a, b), join(b, a)));
  });

  it('does not depend on the order of three', () => {
    check(anyDocument, anyDocument, anyDocument, (a, b, c) => same(join(join(a, b), c), join(a, join(b, c))));
  });

  it('with itself changes nothing, and hands back the very same object', () => {
    check(anyDocument, (a) => join(a, a) === a && join(a, { ...a, entries: new Map(a.entries) }) === a);
  });

  it('with an empty document changes nothing, on either side', () => {
    check(anyDocument, (a) => join(a, emptyDocument()) === a && same(join(emptyDocument(), a), a));
  });

  it('holds both: joining either again changes nothing', () => {
    check(anyDocument, anyDocument, (a, b) => {
      const both = join(a, b);
      return join(both, a) === both && join(both, b) === both;
    });
  });

  it('never takes absence for a removal', () => {
    check(anyDocument, anyDocument, (a, b) => onlyRemovedExplicitly(a, b, join(a, b)) && onlyRemovedExplicitly(b, a, join(a, b)));
  });

  it('of any part of a document is covered by the join of the whole', () => {
    check(anyDocument, anyDocument, fc.nat(15), (a, b, mask) => {
      let n = 0;
      const part = new Map(
        [...b.entries].map(([kind, map]): [string, ReadonlyMap<string, Entry>] => [kind, new Map([...map].filter(() => (mask >> (n++ % 4)) & 1))]),
      );
      const whole = join(a, b);
      return join(whole, join(a, { ...b, entries: part })) === whole;
    });
  });

  it('passes on kinds and fields of later versions untouched', () => {
    check(anyDocument, anyDocument, (a, b) => {
      const theirs = b.entries.get('later-kind')?.get('tag: A');
      if (theirs === undefined || a.entries.get('later-kind')?.has('tag: A')) return true;
      return JSON.stringify(join(a, b).entries.get('later-kind')!.get('tag: A')) === JSON.stringify(theirs);
    });
  });
});

const skews = fc.constantFrom(0, 0, 500_000, -500_000, 10 * 365 * 86_400_000, -10 * 365 * 86_400_000, Date.UTC(2255, 0, 1));

describe('edits', () => {
  it('only ever grow a document, so that none is undone by meeting an older copy', () => {
    check(fc.array(fc.tuple(fc.nat(2), fc.nat(2)), { maxLength: 8 }), skews, (ops, skew) => {
      const one = new Replica('devA', skew);
      for (const [op, n] of ops) {
        const before = one.document;
        if (op === 0) one.remove(`tag: ${n}`, n);
        else one.put(`tag: ${n}`, op === 1 ? {} : { note: n }, n);
        if (join(one.document, before) !== one.document) return false;
      }
      return true;
    });
  });

  it('survive a removal made at the same time elsewhere', () => {
    check(skews, skews, fc.nat(3), (a, b, edits) => {
      const [one, two] = [new Replica('devA', a), new Replica('devB', b)];
      one.put('x');
      two.document = join(two.document, one.document);
      for (let i = 0; i <= edits; i++) one.put('x', { note: i });
      two.remove('x');
      return isAlive(join(one.document, two.document).entries.get('rule')!.get('x'));
    });
  });

  it('lose to a removal that had seen them, and win again when added back after it, whatever the clocks say', () => {
    check(skews, skews, (a, b) => {
      const [one, two] = [new Replica('devA', a), new Replica('devB', b)];
      one.put('x', { note: 1 });
      two.document = join(two.document, one.document);
      two.remove('x');
      one.document = join(one.document, two.document);
      if (one.alive('x')) return false;
      one.put('x');
      two.document = join(two.document, one.document);
      return two.alive('x');
    });
  });

  it('of a field seen before win, whatever the clocks say', () => {
    check(skews, skews, fc.array(fc.boolean(), { maxLength: 6 }), (a, b, turns) => {
      const [one, two] = [new Replica('devA', a), new Replica('devB', b)];
      one.put('x', { note: 'first' });
      two.document = join(two.document, one.document);
      let last = 'first';
      turns.forEach((turn, i) => {
        const [writer, reader] = turn ? [one, two] : [two, one];
        last = `${i}`;
        writer.put('x', { note: last }, 1000);
        reader.document = join(reader.document, writer.document);
      });
      return fieldOf(one.document.entries.get('rule')!.get('x')!, 'note') === last && fieldOf(two.document.entries.get('rule')!.get('x')!, 'note') === last;
    });
  });

  it('made anywhere, in any order of meeting, end in the same document everywhere', () => {
    const step = fc.tuple(fc.nat(2), fc.nat(3), fc.nat(2), fc.nat(2));
    check(fc.array(step, { maxLength: 14 }), skews, (steps, skew) => {
      const replicas = [new Replica('devA'), new Replica('devB', skew), new Replica('devC', -skew)];
      for (const [who, op, what, other] of steps) {
        const replica = replicas[who]!;
        if (op === 0) replica.put(`tag: ${what}`, {}, who);
        else if (op === 1) replica.put(`tag: ${what}`, { note: who }, who);
        else if (op === 2) replica.remove(`tag: ${what}`, who);
        else replica.document = join(replica.document, replicas[other]!.document);
      }
      const forth = replicas.reduce((all, one) => join(all, one.document), emptyDocument());
      const back = replicas.reduceRight((all, one) => join(all, one.document), emptyDocument());
      return same(forth, back);
    });
  });
});

describe('10 years of wrong clock', () => {
  it('lose no rule and no later edit', () => {
    const [ahead, behind] = [new Replica('ahead', 10 * 365 * 86_400_000), new Replica('behind', -10 * 365 * 86_400_000)];
    const now = Date.UTC(2026, 0, 1);
    for (let i = 0; i < 50; i++) {
      ahead.put(`tag: a${i}`, { note: i }, now + i);
      behind.put(`tag: b${i}`, { note: i }, now + i);
    }
    behind.document = join(behind.document, ahead.document);
    ahead.document = join(ahead.document, behind.document);
    for (let i = 0; i < 25; i++) behind.remove(`tag: a${i}`, now);
    behind.put('tag: a30', { note: 'last word' }, now);
    const all = join(ahead.document, behind.document);
    const rules = [...all.entries.get('rule')!].filter(([, one]) => isAlive(one));
    expect(rules).toHaveLength(75);
    expect(fieldOf(all.entries.get('rule')!.get('tag: a30')!, 'note')).toBe('last word');
  });
});
