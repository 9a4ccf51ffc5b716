import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { authorOf, DAY, dayOf, fieldOf, isAlive } from '../../src/domain/document';
import { expire } from '../../src/domain/expiry';
import { join } from '../../src/sync/join';
import { keep, receive, type Received } from '../../src/sync/receive';
import { anyHistory, live } from './causal-model';
import { canonical, Replica } from './documents';

/** `to` merges what `from` has, as a round of sync does. */
function meet(to: Replica, from: Replica, brake = false): Received {
  const received = receive(to.document, from.document, authorOf(to.document, to.device, 0), brake);
  to.document = received.document;
  return received;
}

function pair(): [Replica, Replica] {
  return [new Replica('devA'), new Replica('devB')];
}

describe('merging what another device sends', () => {
  it('keeps a rule that was added here before the devices first met, although it was once removed there', () => {
    const [laptop, phone] = pair();
    phone.put('x');
    phone.remove('x');
    laptop.put('x');
    expect(meet(laptop, phone).reasserted).toEqual([{ kind: 'rule', id: 'x' }]);
    meet(phone, laptop);
    expect([laptop.alive('x'), phone.alive('x')]).toEqual([true, true]);
  });

  it('keeps an edit that a removal after another edit had not seen', () => {
    const [a, b] = pair();
    a.put('x');
    meet(b, a);
    a.put('x', { note: 'mine' });
    b.put('x', { action: 'hide' });
    b.remove('x');
    meet(b, a);
    meet(a, b);
    meet(b, a);
    expect([a.alive('x'), b.alive('x')]).toEqual([true, true]);
    expect(fieldOf(b.document.entries.get('rule')!.get('x')!, 'note')).toBe('mine');
  });

  it('accepts a removal that had seen the edit, also by way of a third device', () => {
    const [a, b] = pair();
    const c = new Replica('devC');
    a.put('x');
    meet(b, a);
    meet(c, b);
    c.remove('x');
    meet(b, c);
    expect(meet(a, b).reasserted).toEqual([]);
    expect(a.alive('x')).toBe(false);
  });

  it('hands back the very same document when nothing new came in', () => {
    const [a, b] = pair();
    a.put('x', { note: 1 });
    meet(b, a);
    const before = a.document;
    meet(a, b);
    expect(a.document).toBe(before);
  });

  it('keeps a rule that is made again after its tombstone was dropped, although another device still holds that', () => {
    const [a, b] = pair();
    a.put('x');
    a.remove('x', 0);
    meet(b, a);
    const later = 40 * DAY;
    a.document = expire({ ...a.document, devices: new Map([['devA', { seq: 2, day: dayOf(later), name: '', app: '' }]]) }, later);
    expect(a.document.entries.get('rule')!.size).toBe(0);
    a.put('x');
    meet(b, a);
    expect(b.alive('x')).toBe(true);
  });

  it('loses no put that no removal had seen, in any history of three devices, and ends in agreement', () => {
    fc.assert(
      fc.property(anyHistory, (steps) => {
        const { lost, agree } = live(steps, (to, from) => void meet(to, from));
        return agree && lost.length === 0;
      }),
      { numRuns: 20_000 },
    );
  });

  it('loses none either when months pass between the steps and old tombstones are dropped', () => {
    let dropped = 0;
    fc.assert(
      fc.property(anyHistory, (steps) => {
        const { lost } = live(steps, (to, from, step) => {
          const now = step * 25 * DAY;
          const { document } = receive(to.document, from.document, authorOf(to.document, to.device, now), false);
          const seen = new Map(document.devices).set(to.device, { ...(document.devices.get(to.device) ?? { seq: 0, name: '', app: '' }), day: dayOf(now) });
          to.document = expire({ ...document, devices: seen }, now);
          if (to.document.floor > 0) dropped++;
        });
        return lost.length === 0;
      }),
      { numRuns: 20_000 },
    );
    expect(dropped).toBeGreaterThan(1000);
  });
});

describe('conflicts', () => {
  function diverge(first: number, second: number): [Replica, Replica] {
    const [a, b] = pair();
    a.put('x', { note: 'old' });
    meet(b, a);
    meet(a, b);
    a.put('x', { note: 'from a' }, first);
    b.put('x', { note: 'from b' }, second);
    return [a, b];
  }

  it('are told with both values, by the device that meets the other first, whoever wins', () => {
    const [a, b] = diverge(1000, 2000);
    expect(meet(a, b).conflicts).toEqual([{ kind: 'rule', id: 'x', field: 'note', kept: 'from b', lost: 'from a', device: 'devB', own: false }]);
    const [c, d] = diverge(2000, 1000);
    expect(meet(c, d).conflicts).toEqual([{ kind: 'rule', id: 'x', field: 'note', kept: 'from a', lost: 'from b', device: 'devB', own: true }]);
  });

  it('are not told when the other device had seen the value that it changed', () => {
    const [a, b] = pair();
    a.put('x', { note: 'old' }, 1000);
    meet(b, a);
    b.put('x', { note: 'new' }, 500);
    expect(meet(a, b).conflicts).toEqual([]);
    a.put('x', { note: 'newest' });
    expect(meet(a, b).conflicts).toEqual([]);
    expect(meet(b, a).conflicts).toEqual([]);
    expect(fieldOf(b.document.entries.get('rule')!.get('x')!, 'note')).toBe('newest');
  });

  it('are told when two devices made the same rule with different fields', () => {
    const [a, b] = pair();
    a.put('x', { action: 'hide' });
    b.put('x', { action: 'note' });
    expect(meet(a, b).conflicts).toHaveLength(1);
    meet(b, a);
    expect(canonical(a.document)).toBe(canonical(b.document));
  });
});

describe('the deletion brake', () => {
  function removing(count: number, of: number): [Replica, Replica] {
    const [a, b] = pair();
    for (let i = 0; i < of; i++) a.put(`tag: ${i}`);
    meet(b, a);
    b.put('new');
    for (let i = 0; i < count; i++) b.remove(`tag: ${i}`);
    return [a, b];
  }
  const alive = (replica: Replica): number => [...replica.document.entries.get('rule')!.values()].filter(isAlive).length;

  it('holds mass removals and merges everything else', () => {
    const [a, b] = removing(480, 500);
    const { held } = meet(a, b, true);
    expect(held!.get('rule')!.size).toBe(480);
    expect(alive(a)).toBe(501);
    expect(a.alive('new')).toBe(true);
  });

  it.each([
    [20, 30],
    [21, 200],
  ])('lets %i of %i removals pass', (count, of) => {
    const [a, b] = removing(count, of);
    expect(meet(a, b, true).held).toBeNull();
    expect(alive(a)).toBe(of - count + 1);
  });

  it('is let go: "remove here too"', () => {
    const [a, b] = removing(480, 500);
    const { held } = meet(a, b, true);
    a.document = join(a.document, { ...a.document, entries: held! });
    expect(alive(a)).toBe(21);
    expect(meet(a, b, true).held).toBeNull();
  });

  it('is answered with "keep them": they are back everywhere', () => {
    const [a, b] = removing(480, 500);
    const { held } = meet(a, b, true);
    a.document = keep(a.document, held!, authorOf(a.document, a.device, 0));
    expect(meet(a, b, true).held).toBeNull();
    meet(b, a, true);
    expect([alive(a), alive(b)]).toEqual([501, 501]);
  });
});
