import type { Condition, Value } from '../rules/rule';
import type { RemarkPair } from './draft';
import { exact, wordBounded } from './patterns';

/*
 * Advanced Blocker's conditions: `Angst unless:{Happy Ending, Fluff}`, `Angst with:{A || B}`. In braces `,` is
 * "and", `||` is "or", and `||` wins when both are there.
 */

interface Clause {
  operator: 'with' | 'unless';
  all: boolean;
  tags: string[];
  /** What the "or" made unmatchable: tag names have no commas. */
  dead: string[];
}

export interface ConditionalEntry {
  subject: string;
  clauses: Clause[];
}

/** More rules than this would say one entry less clearly than none. */
const MOST_VARIANTS = 16;

/** Cuts a list at the commas outside braces. */
export function splitEntries(text: string): string[] {
  const entries: string[] = [];
  let depth = 0;
  let start = 0;
  for (let i = 0; i < text.length; i++) {
    if (text[i] === '{') depth++;
    // One too many closes nothing.
    else if (text[i] === '}') depth = Math.max(0, depth - 1);
    else if (text[i] === ',' && depth === 0) {
      entries.push(text.slice(start, i));
      start = i + 1;
    }
  }
  entries.push(text.slice(start));
  return entries.map((entry) => entry.trim()).filter((entry) => entry !== '');
}

/** Reads an entry; the code of what is wrong with it when it can't be read. */
export function readEntry(entry: string): ConditionalEntry | 'unclosed_brace' | 'unreadable_condition' {
  const open = entry.indexOf('{');
  if (open < 0) return entry.includes('}') ? 'unreadable_condition' : { subject: entry.trim(), clauses: [] };
  if (count(entry, '{') > count(entry, '}')) return 'unclosed_brace';
  const start = /\s(?:with|unless):\{/i.exec(entry)?.index ?? -1;
  const subject = entry.slice(0, Math.max(start, 0)).trim();
  if (subject === '') return 'unreadable_condition';
  const clauses: Clause[] = [];
  const clause = /\s*(with|unless):\{([^{}]*)\}/iy;
  clause.lastIndex = start;
  for (let found = clause.exec(entry); found !== null; found = clause.exec(entry)) {
    const read = readClause(found[1]?.toLowerCase() === 'with' ? 'with' : 'unless', found[2] ?? '');
    if (read === null) return 'unreadable_condition';
    clauses.push(read);
    if (clause.lastIndex === entry.length) return { subject, clauses };
  }
  return 'unreadable_condition';
}

function readClause(operator: Clause['operator'], inside: string): Clause | null {
  const any = inside.includes('||');
  const parts = inside
    .split(any ? '||' : ',')
    .map((part) => part.trim())
    .filter((part) => part !== '');
  const dead = any ? parts.filter((part) => part.includes(',')) : [];
  const tags = parts.filter((part) => !dead.includes(part));
  return tags.length === 0 ? null : { operator, all: !any && tags.length > 1, tags, dead };
}

const count = (text: string, char: string): number => text.split(char).length - 1;

/** A tag of Advanced Blocker's lists; null when it is nothing but stars. */
const tagValue = (text: string): Value | null => (text.includes('*') ? wordBounded(text, true) : exact(text));

/**
 * The conditions that say the same, as one rule or several: "unless A and B" is "unless A" and "unless B".
 * @returns null when a part of it matches everything, or when it would take too many rules
 */
export function conditionsOf(entry: ConditionalEntry): { variants: { when: Condition[]; unless: Condition[] }[]; remarks: RemarkPair[] } | null {
  const subject = tagValue(entry.subject);
  if (subject === null) return null;
  let variants: { when: Condition[]; unless: Condition[] }[] = [{ when: [tag([subject])], unless: [] }];
  const remarks: RemarkPair[] = [];
  if (entry.clauses.length > 1) remarks.push(['two_conditions', entry.subject]);
  for (const { operator, all, tags, dead } of entry.clauses) {
    const values: Value[] = [];
    for (const text of tags) {
      const value = tagValue(text);
      if (value === null) return null;
      values.push(value);
    }
    if (dead.length > 0) remarks.push(['mixed_operators', dead.join(' || ')]);
    const groups = all ? values.map((value) => [value]) : [values];
    if (operator === 'with') variants = variants.map(({ when, unless }) => ({ when: [...when, ...groups.map(tag)], unless }));
    else variants = variants.flatMap(({ when, unless }) => groups.map((group) => ({ when, unless: [...unless, tag(group)] })));
    if (operator === 'unless' && all) remarks.push(['unless_all', tags.join(', ')]);
    if (variants.length > MOST_VARIANTS) return null;
  }
  return { variants, remarks };
}

const tag = (values: Value[]): Condition => ({ field: 'tag', values });
