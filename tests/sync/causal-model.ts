import fc from 'fast-check';
import { canonical, Replica } from './documents';

/** Who does what (0 put, 1 put with a field, 2 remove, 3 and 4 meet, 5 forget), to which of two rules, with whom. */
export type HistoryStep = [who: number, op: number, what: number, other: number];

export const anyHistory: fc.Arbitrary<HistoryStep[]> = fc.array(fc.tuple(fc.nat(2), fc.nat(5), fc.nat(1), fc.nat(2)), { maxLength: 16 });

/**
 * Lives through a history of three devices and keeps book of what each device had seen when it did something. A put
 * is lost when no removal had seen it and the rule is gone all the same. In the end all meet until nothing moves.
 */
export function live(steps: readonly HistoryStep[], meet: (to: Replica, from: Replica, step: number) => void): { lost: string[]; agree: boolean } {
  const replicas = [new Replica('devA'), new Replica('devB'), new Replica('devC')];
  const seen = replicas.map(() => new Set<number>());
  const puts: { n: number; id: string }[] = [];
  const covered = new Set<number>();
  steps.forEach(([who, op, what, other], n) => {
    const [replica, id] = [replicas[who]!, `x${what}`];
    if (op <= 1) {
      const before = replica.document;
      replica.put(id, op === 0 ? {} : { note: n }, n);
      if (replica.document === before) return;
      puts.push({ n, id });
      seen[who]!.add(n);
    } else if (op === 2) {
      if (!replica.alive(id)) return;
      replica.remove(id, n * 25 * 86_400_000);
      for (const put of puts) if (put.id === id && seen[who]!.has(put.n)) covered.add(put.n);
    } else if (op === 5) {
      replica.forget(replicas[other]!);
    } else {
      meet(replica, replicas[other]!, n);
      for (const m of seen[other]!) seen[who]!.add(m);
    }
  });
  for (let round = 0; round < 4; round++) for (const to of replicas) for (const from of replicas) meet(to, from, steps.length + round);
  return {
    lost: puts.filter((put) => !covered.has(put.n) && !replicas.every((one) => one.alive(put.id))).map((put) => put.id),
    agree: new Set(replicas.map((one) => canonical(one.document))).size === 1,
  };
}
