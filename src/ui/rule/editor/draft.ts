import { useCallback, useState } from 'preact/hooks';
import { DEFAULT_ACTION, DEFAULT_LIST, type Condition, type Rule, type Value } from '../../../rules/rule';
import { parseRule } from '../../../rules/text/parse';
import { printRule } from '../../../rules/text/print';
import { quote } from '../../../rules/text/raw-value';
import type { ReadError } from '../../../rules/text/read-error';

/** A rule being written: its conditions may still lack values. Identity comes with the finished rule. */
export type Draft = Omit<Rule, 'id'>;

export const emptyDraft = (list = DEFAULT_LIST): Draft => ({ list, action: DEFAULT_ACTION, when: [{ field: 'tag', values: [] }], unless: [] });

/** The draft as one line; conditions without values are left out. */
export function lineOf(draft: Draft): string {
  const filled = ({ values }: Condition): boolean => values.length > 0;
  return printRule({ ...draft, id: '', when: draft.when.filter(filled), unless: draft.unless.filter(filled) });
}

/**
 * What a reader typed as one value of a field, read as the language of rules reads it. Names may hold any
 * character, so they are read as if quoted; a pattern between slashes stays a pattern.
 * @returns the value, or what is wrong with it at a column of what was typed
 */
export function readValue(field: string, typed: string, quoted: boolean): { value: Value } | { error: ReadError } {
  const before = `fold ${field}: `;
  const piece = quoted && !/^\/.+\/[a-z]*$/i.test(typed) ? quote(withLoneBackslashes(typed)) : typed;
  const read = parseRule(before + piece);
  if (!read.ok) return { error: { ...read.error, column: Math.max(1, read.error.column - before.length - (piece === typed ? 0 : 1)) } };
  const [value, ...others] = read.rule.when[0]?.values ?? [];
  return value === undefined || others.length > 0 ? readValue(field, `"${typed}"`, false) : { value };
}

/** In quotes `\*` is a star and `\\` a backslash; a backslash before anything else is one that the reader means. */
const withLoneBackslashes = (typed: string): string => typed.replace(/\\[*\\]|\\/g, (found) => (found.length === 2 ? found : '\\\\'));

/** Values with one more, unless it is there already. */
export function withValue(values: readonly Value[], added: Value): Value[] {
  const said = JSON.stringify(added);
  return values.some((value) => JSON.stringify(value) === said) ? [...values] : [...values, added];
}

export interface RuleDraft {
  draft: Draft;
  /** The same as text, as far as it is written. */
  line: string;
  /** The finished rule, or null while something is missing or wrong. */
  rule: Rule | null;
  /** What is wrong with the line; null while it was not touched by hand. */
  error: ReadError | null;
  /** The line was changed by hand and cannot be read, so that the form shows an older state. */
  apart: boolean;
  setDraft: (draft: Draft) => void;
  setLine: (line: string) => void;
}

/** A form and a line that say the same; either may be changed, and the other follows. */
export function useRuleDraft(first: Draft): RuleDraft {
  const [state, setState] = useState<Pick<RuleDraft, 'draft' | 'line' | 'rule' | 'error' | 'apart'>>(() => fromForm(first));
  const setDraft = useCallback((draft: Draft) => setState(fromForm(draft)), []);
  const setLine = useCallback((line: string) => {
    const read = parseRule(line);
    setState((before) =>
      read.ok ? { draft: read.rule, line, rule: read.rule, error: null, apart: false } : { ...before, line, rule: null, error: read.error, apart: true },
    );
  }, []);
  return { ...state, setDraft, setLine };
}

function fromForm(draft: Draft): Pick<RuleDraft, 'draft' | 'line' | 'rule' | 'error' | 'apart'> {
  const line = lineOf(draft);
  const read = parseRule(line);
  return { draft, line, rule: read.ok ? read.rule : null, error: null, apart: false };
}
