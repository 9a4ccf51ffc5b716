import { createContext } from 'preact';
import { useCallback, useContext, useMemo, useState } from 'preact/hooks';
import { CATEGORIES, RATINGS, WARNINGS } from '../../domain/vocabulary';
import { text } from '../../i18n';
import { send } from '../../messages/send';
import { languageNames } from '../../rules/fields/languages';
import type { Condition } from '../../rules/rule';

/** Names by field that may be offered while a value is typed: those of the reader's rules and of works seen recently. */
export type KnownNames = ReadonlyMap<string, readonly string[]>;

const NONE: KnownNames = new Map();

export const KnownNamesContext = createContext<KnownNames>(NONE);

/** A field that takes any kind of tag is offered the names of all of them, and the other way round. */
const TAGS = ['tag', 'fandom', 'relationship', 'character', 'freeform'];

/** Names in order, for each set of known names; sorting 20,000 costs more than a key press may. */
const sorted = new WeakMap<KnownNames, Map<string, readonly string[]>>();

/** What may be offered for a field, in alphabetical order; the same array for the same names. */
export function namesFor(known: KnownNames, field: string): readonly string[] {
  let byField = sorted.get(known);
  if (byField === undefined) sorted.set(known, (byField = new Map()));
  let names = byField.get(field);
  if (names === undefined) byField.set(field, (names = gathered(known, field)));
  return names;
}

function gathered(known: KnownNames, field: string): readonly string[] {
  if (field === 'language') return languageNames.map(({ name }) => name);
  const closed = field === 'tag' ? [...WARNINGS, ...RATINGS, ...CATEGORIES].map(({ names }) => names[0] ?? '') : [];
  const fields = field === 'tag' ? TAGS : TAGS.includes(field) ? [field, 'tag'] : [field];
  const { compare } = new Intl.Collator(text('ui_language'));
  return [...new Set([...closed, ...fields.flatMap((one) => known.get(one) ?? [])])].sort(compare);
}

/** What may be offered for a field in this part of the page. */
export function useKnownNames(field: string): readonly string[] {
  return namesFor(useContext(KnownNamesContext), field);
}

/** Gathers the names that conditions use. */
export function namesOf(conditions: Iterable<Condition>): KnownNames {
  const names = new Map<string, Set<string>>();
  for (const { field, values } of conditions) {
    for (const value of values) {
      const name = value.type === 'name' ? value.text : value.type === 'creator' ? value.name : null;
      if (name === null) continue;
      const set = names.get(field) ?? new Set();
      set.add(name);
      names.set(field, set);
    }
  }
  return new Map([...names].map(([field, set]) => [field, [...set]]));
}

/** Names of works seen recently on this device. None is no failure: they are only offered. */
export async function seenNames(): Promise<KnownNames> {
  return send('seen-names', {}).then(
    (names) => new Map(Object.entries(names)),
    () => NONE,
  );
}

/** Names of both. */
export const joinedNames = (a: KnownNames, b: KnownNames): KnownNames =>
  new Map([...new Set([...a.keys(), ...b.keys()])].map((field) => [field, [...(a.get(field) ?? []), ...(b.get(field) ?? [])]]));

/**
 * The names that a part of the page offers: some that it knows, and those of works seen recently once they are asked for.
 * @param own must not change between renderings
 */
export function useSeenNames(own: KnownNames = NONE): { known: KnownNames; load: () => void } {
  const [seen, setSeen] = useState<KnownNames | null>(null);
  const [asked, setAsked] = useState(false);
  const load = useCallback(() => {
    if (asked) return;
    setAsked(true);
    void seenNames().then(setSeen);
  }, [asked]);
  return { known: useMemo(() => (seen === null ? own : joinedNames(own, seen)), [own, seen]), load };
}
