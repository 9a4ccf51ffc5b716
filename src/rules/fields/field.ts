import type { Facts } from '../facts';
import type { Condition, Value } from '../rule';
import type { RawValue } from '../text/raw-value';
import type { Trouble } from '../text/read-error';

/** How a value is printed: `canonical` is the frozen form that identities are made of, `plain` what people read. */
export type Style = 'canonical' | 'plain';

/** What kind of input a form needs. */
export type FieldKind = 'name' | 'text' | 'creator' | 'choice' | 'language' | 'number' | 'date' | 'theme' | 'id';

/**
 * Where a rule is filed so that a work finds it: under an exact key, or under a piece of text that every match
 * contains. `weight` is how common it is: of several conditions the one with the least weight is filed.
 */
export interface Filing {
  drawer: 'keys' | 'names' | 'texts';
  text: string;
  weight: number;
  /** Of each of these sets every match contains a text as well. */
  also?: readonly (readonly string[])[];
}

export const WEIGHT = { id: 0, name: 1, creator: 1, piece: 2, shortPiece: 4, word: 3, theme: 5, code: 6 } as const;

/** Looks up what an archive lists as the same tag, and its sub-tags; given by who compiles. */
export type Synonyms = (name: string) => Iterable<string>;

/**
 * How a work is quoted in a field whose values have no spelling of their own: a word of the rule language (`yes`), a
 * number, or a day (`2026-10-01`). In the reader's language where a reader will see it.
 */
export type Quote = (field: string, value: string | number) => string;

export interface Tools {
  synonyms: Synonyms;
  quote: Quote;
}

/** The words of the work that met a condition, or null when it is not met. */
export type Test = (facts: Facts) => string[] | null;

/** One field of a condition, all of it: its words, how rules are found by it, how it matches. */
export interface Field {
  name: string;
  kind: FieldKind;
  /** Whether `field[1-3]` may be said. */
  positions: boolean;
  /** All values of a closed field, as rules write them. */
  choices: readonly string[];
  /** Whether `*`, `/regex/` and `synonyms` may be said. */
  wildcards: boolean;
  regexes: boolean;
  synonyms: boolean;
  read(raw: RawValue): Value | Trouble;
  /** Null for a value of a type that this field does not have. */
  write(value: Value, style: Style): string | null;
  compile(condition: Condition, tools: Tools): Test;
  /**
   * Ways to file a rule by a value: each way is enough, and each of its filings is needed. Null when matches cannot
   * be found by looking something up.
   */
  file(value: Value, tools: Tools): Filing[][] | null;
}

/** What a family of fields says about one of its fields; the rest is the same for all. */
export interface Spec<Item> {
  name: string;
  kind: FieldKind;
  positions?: boolean;
  choices?: readonly string[];
  wildcards?: boolean;
  regexes?: boolean;
  synonyms?: boolean;
  read(raw: RawValue): Value | Trouble;
  write(value: Value, style: Style): string | null;
  /** What the work states, in the order of the page; empty when it states nothing. */
  items(facts: Facts): readonly Item[];
  /** Null for a value of a foreign type, which then never matches. */
  test(value: Value, tools: Tools): ((item: Item, facts: Facts) => boolean | string) | null;
  /** The item as the page spells it. */
  word(item: Item, facts: Facts, tools: Tools): string;
  file(value: Value, tools: Tools): Filing[][] | null;
}

/** Items quoted for a condition with `not`, which all of them meet. */
const MOST_WORDS = 5;

export function defineField<Item>(spec: Spec<Item>): Field {
  return {
    positions: false,
    choices: [],
    wildcards: false,
    regexes: false,
    synonyms: false,
    ...spec,
    compile({ at, not, values }, tools) {
      const tests = values.map((value) => spec.test(value, tools)).filter((test) => test !== null);
      return (facts) => {
        const all = spec.items(facts);
        const items = at === undefined ? all : all.slice(at[0] - 1, at[1]);
        if (items.length === 0) return null;
        const words: string[] = [];
        for (const item of items) {
          for (const test of tests) {
            const met = test(item, facts);
            if (met === false) continue;
            words.push(met === true ? spec.word(item, facts, tools) : met);
            break;
          }
        }
        if (not !== true) return words.length > 0 ? words : null;
        return words.length > 0 ? null : items.slice(0, MOST_WORDS).map((item) => spec.word(item, facts, tools));
      };
    },
  };
}
