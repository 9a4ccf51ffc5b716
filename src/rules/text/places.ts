import type { ListLine } from './parse';

/*
 * Comments, and lines that cannot be read, are kept beside the rules and have to find back to where they were
 * written, also on a device where the rules stand in another order: each remembers the rules that it stood above.
 */

/** How many kept lines there are from here to the rule below, this one included; then that rule, and those after it. */
export type Place = [above: number, ...rules: string[]];

/** A line that is kept as written, with its places: one for each time that the list holds it. */
export interface PlacedLine {
  text: string;
  at?: Place[] | undefined;
}

/** When the rule below is removed, a heading stands above the next one; there need not be many to choose from. */
const RULES_BELOW = 3;
/** A rule with a longer identity is no landmark: each line would carry all of it. */
const LONGEST_ID = 300;

/** The kept lines of a list's text, each text once. A comment behind a rule is a line above it from now on. */
export function keptLines(lines: readonly ListLine[]): PlacedLine[] {
  const kept = new Map<string, Place[]>();
  let below: string[] = [];
  let above = 0;
  const keep = (text: string): void => {
    above += 1;
    kept.set(text, [[above, ...below], ...(kept.get(text) ?? [])]);
  };
  for (const line of [...lines].reverse()) {
    if ('rule' in line) {
      const { id } = line.rule;
      if (id.length <= LONGEST_ID) below = [id, ...below].slice(0, RULES_BELOW);
      above = 0;
      if (line.behind !== undefined) keep(line.behind);
    } else if ('error' in line || 'comment' in line) keep(line.text);
  }
  return [...kept].reverse().map(([text, at]) => ({ text, at }));
}

/** Rules as text with the kept lines in their places; a line that has none, or whose rules are gone, comes last. */
export function inPlace(rules: readonly { id: string; text: string }[], lines: readonly PlacedLine[]): string[] {
  if (lines.length === 0) return rules.map(({ text }) => text);
  const order = new Map(rules.map(({ id }, index) => [id, index]));
  const before = new Map<number, { above: number; text: string }[]>();
  for (const { text, at } of lines) {
    for (const [above, ...below] of at ?? [[0] as Place]) {
      const rule = below.map((id) => order.get(id)).find((index) => index !== undefined) ?? rules.length;
      const there = before.get(rule);
      if (there === undefined) before.set(rule, [{ above, text }]);
      else there.push({ above, text });
    }
  }
  const above = (index: number): string[] => (before.get(index) ?? []).sort((a, b) => b.above - a.above).map(({ text }) => text);
  return [...rules.flatMap(({ text }, index) => [...above(index), text]), ...above(rules.length)];
}

/** Whether a stored value is a list of places. */
export function isPlaces(value: unknown): value is Place[] {
  return (
    Array.isArray(value) && value.every((place) => Array.isArray(place) && typeof place[0] === 'number' && place.slice(1).every((id) => typeof id === 'string'))
  );
}
