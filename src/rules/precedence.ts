import type { Action } from '../domain/verdict';

/**
 * Who wins, all of it. Of the rules that match a work (the reader's own first; subscriptions only when none of
 * those matches) the one with the greatest rank gives the action. 0 = beaten.
 *
 * `show` beats every rule that is not strict; `strict show` beats all. Otherwise the strongest wins, strict or not.
 */
export const PRECEDENCE: readonly { action: Action; strict: boolean; besideShow: number; withoutShow: number }[] = [
  { action: 'show', strict: true, besideShow: 6, withoutShow: 6 },
  { action: 'hide', strict: true, besideShow: 5, withoutShow: 5 },
  { action: 'fold', strict: true, besideShow: 4, withoutShow: 4 },
  { action: 'note', strict: true, besideShow: 3, withoutShow: 3 },
  { action: 'highlight', strict: true, besideShow: 2, withoutShow: 2 },
  { action: 'show', strict: false, besideShow: 1, withoutShow: 1 },
  { action: 'hide', strict: false, besideShow: 0, withoutShow: 5 },
  { action: 'fold', strict: false, besideShow: 0, withoutShow: 4 },
  { action: 'note', strict: false, besideShow: 0, withoutShow: 3 },
  { action: 'highlight', strict: false, besideShow: 0, withoutShow: 2 },
];

export type PrecedenceTable = typeof PRECEDENCE;

/** What precedence looks at in a rule that matches. */
export interface Contender {
  action: Action;
  strict: boolean;
  /** From a list that the reader subscribes to. */
  subscribed: boolean;
  /** Such a list may show only when the reader lets it. */
  mayShow: boolean;
}

/**
 * The winning action and the rules that give it. Rules of subscriptions are kept beside the reader's own when they
 * say the same, since the work stays as it is when the reader takes back the own one.
 */
export function decide<C extends Contender>(matching: readonly C[], table: PrecedenceTable = PRECEDENCE): { action: Action; winners: C[] } {
  const allowed = matching.filter((one) => !one.subscribed || one.action !== 'show' || one.mayShow);
  const own = rank(
    allowed.filter((one) => !one.subscribed),
    table,
  );
  const subscribed = rank(
    allowed.filter((one) => one.subscribed),
    table,
  );
  const action = own.action ?? subscribed.action;
  if (action === null) return { action: 'show', winners: [] };
  return { action, winners: [...own.standing, ...subscribed.standing].filter((one) => one.action === action) };
}

/** The strongest action among rules of one side, and those that are not beaten outright. */
function rank<C extends Contender>(rules: readonly C[], table: PrecedenceTable): { action: Action | null; standing: C[] } {
  const shown = rules.some((one) => one.action === 'show');
  const ranked = rules.map((one) => {
    const row = table.find((line) => line.action === one.action && line.strict === one.strict);
    return { one, rank: row === undefined ? 0 : shown ? row.besideShow : row.withoutShow };
  });
  const best = ranked.reduce<(typeof ranked)[number] | null>((top, next) => (next.rank > (top?.rank ?? 0) ? next : top), null);
  return { action: best?.one.action ?? null, standing: ranked.filter(({ rank: value }) => value > 0).map(({ one }) => one) };
}
