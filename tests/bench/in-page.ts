import { otw } from '../../src/archives/otw';
import { muting } from '../../src/archives/otw/muting';
import type { Work } from '../../src/domain/work';
import type { StoredRule } from '../../src/rules/rule';
import { plainLoop } from './plain-loop';

/*
 * What a page is made to run for comparison: merely reading the fields of all its items, and a blocker of the usual
 * kind, which reads them and holds each of its entries against each of them. Built into one script by scale.bench.ts.
 */

const readAll = (): Work[] => {
  const here = new URL('https://archiveofourown.org/works');
  const isMuted = muting(document);
  return [...document.querySelectorAll(otw.items)].filter((item) => !isMuted(item)).map((item) => otw.readItem(item, here, new Date()));
};

Object.assign(globalThis, {
  readOnly: (): number => readAll().length,
  /** @param ids of rules, as they are stored */
  blockInPlainLoop: (ids: readonly string[]): number => plainLoop(ids.map((id) => ({ id }) as StoredRule))(readAll()),
});
