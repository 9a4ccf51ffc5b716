import { DAY } from '../domain/document';
import { placeOf, type Finding, type Fix } from './health/finding';
import { findImpossible } from './health/impossible';
import { findDuplicates } from './health/duplicates';
import { findShadowed } from './health/shadowed';
import type { StoredRule } from './rule';
import type { RuleSet } from './rule-set';
import { fromStored } from './text/parse';

export type { Finding, FindingCode, Fix } from './health/finding';

/** Counts of matches on this device: never synced. */
export interface MatchCounts {
  /** Milliseconds since 1970 at which counting began. */
  since: number;
  /** Last day (start of it, ms) on which the rule matched, or undefined. */
  lastMatch(rule: StoredRule): number | undefined;
}

/** A fandom that a reader leaves for a season comes back; a quarter of a year is long enough to ask. */
const UNUSED_DAYS = 90;

/** Rules between two stops. */
const SLICE = 100;

/**
 * Rules that do nothing, or nothing that another does not do, with what would put them right. Thousands of rules take
 * seconds, so it stops again and again and tells how far it is, from 0 to 1.
 * @param now milliseconds since 1970
 */
export function* checkHealthInSlices(set: RuleSet, now: number, counts?: MatchCounts): Generator<number, Finding[]> {
  const report = set.report();
  const rules = [...set.all()];
  const unfiled = new Set(report.unfiled);
  let stops = 0;
  /** Goes on with a search that stops after each rule, as one of the three that there are. */
  function* slowly<T>(search: Generator<undefined, T>): Generator<number, T> {
    for (;;) {
      const step = search.next();
      if (step.done === true) return step.value;
      stops += 1;
      if (stops % SLICE === 0) yield stops / (3 * rules.length);
    }
  }
  const findings = yield* slowly(checkEach(rules, (rule) => checkOne(rule, now, unfiled, counts)));
  const duplicates = yield* slowly(findDuplicates(set, rules));
  const same = new Set(duplicates.flatMap(({ rule, other }) => [rule, other?.rule]));
  // Rules that mean the same cover each other; that is told once.
  const shadowed = (yield* slowly(findShadowed(set, rules, now))).filter(({ rule, other }) => !same.has(rule) || !same.has(other?.rule));
  return [...findings, ...duplicates, ...shadowed];
}

function* checkEach(rules: readonly StoredRule[], check: (rule: StoredRule) => Finding[]): Generator<undefined, Finding[]> {
  const findings: Finding[] = [];
  for (const rule of rules) {
    yield;
    findings.push(...check(rule));
  }
  return findings;
}

function checkOne(rule: StoredRule, now: number, unfiled: ReadonlySet<string>, counts: MatchCounts | undefined): Finding[] {
  const read = fromStored({ ...rule, text: rule.id });
  if (!read.ok) {
    const { found, suggestion } = read.error;
    const fix: Fix = suggestion === undefined || found === '' ? { do: 'review' } : { do: 'replace', text: rule.id.replace(found, () => suggestion) };
    return [{ code: 'unreadable', ...placeOf(rule), error: read.error, fix }];
  }
  const findings: Finding[] = [];
  const conditions = findImpossible(read.rule.when);
  if (conditions !== null) findings.push({ code: 'impossible', ...placeOf(rule), conditions, fix: { do: 'review' } });
  if (rule.until !== undefined && now >= Date.parse(`${rule.until}T24:00:00Z`)) findings.push({ code: 'expired', ...placeOf(rule), fix: { do: 'remove' } });
  else if (isUnused(rule, now, counts)) findings.push({ code: 'unused', ...placeOf(rule), fix: { do: 'remove' } });
  if (read.rule.when.every(({ not, values }) => not !== true && values.some((value) => value.type === 'name' && value.text === '*'))) {
    findings.push({ code: 'matches-all', ...placeOf(rule), fix: { do: 'review' } });
  } else if (
    unfiled.has(rule.id) &&
    rule.off !== true &&
    read.rule.when.some(({ not, values }) => not !== true && values.some((value) => value.type === 'regex'))
  ) {
    findings.push({ code: 'unfiled', ...placeOf(rule), fix: { do: 'review' } });
  }
  return findings;
}

function isUnused(rule: StoredRule, now: number, counts: MatchCounts | undefined): boolean {
  if (counts === undefined || rule.off === true || now - counts.since < UNUSED_DAYS * DAY) return false;
  return now - (counts.lastMatch(rule) ?? counts.since) >= UNUSED_DAYS * DAY;
}
