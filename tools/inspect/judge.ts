import type { Action, Verdict } from '../../src/domain/verdict';
import { compileRules } from '../../src/rules/compile';
import { factsOf, judge, matchesOf, newBudget } from '../../src/rules/judge';
import { decide } from '../../src/rules/precedence';
import { DEFAULT_LIST, type StoredRule } from '../../src/rules/rule';
import { parseList } from '../../src/rules/text/parse';
import { toStored } from '../../src/rules/text/print';
import { recogniseThemes, type ThemeMatch } from '../../src/rules/themes/recognise';
import type { ReadPage } from './page';
import { Trouble } from './trouble';

export interface RuleFile {
  rules: StoredRule[];
  /** Name that the file gives itself. */
  name: string | null;
}

/**
 * Reads rules in their text form.
 * @param file name for messages
 * @throws Trouble naming line and column of everything that cannot be read
 */
export function readRules(text: string, file: string): RuleFile {
  const { front, lines } = parseList(text);
  const errors = lines.flatMap((line) => {
    if (!('error' in line)) return [];
    const { line: row, column, code, found, expected } = line.error;
    const hint = expected.length > 0 ? `, expected ${expected.slice(0, 8).join(', ')}` : '';
    return [`${file}:${row}:${column}: ${code.replaceAll('_', ' ')} at ${JSON.stringify(found)}${hint}`];
  });
  if (errors.length > 0) throw new Trouble(`Rules that cannot be read:\n${errors.join('\n')}`);
  return { rules: lines.flatMap((line) => ('rule' in line ? [toStored(line.rule)] : [])), name: front.name ?? null };
}

/** Everything that was looked at for one work, for `--explain`. */
export interface Explanation {
  /** Every rule that matches, also those that another one beats. */
  rules: { rule: string; list: string; action: Action; strict: boolean; words: string[]; decided: boolean }[];
  /** Themes that its tags are recognised as, with the tags that say so. */
  themes: ThemeMatch[];
}

export interface Judged {
  verdict: Verdict;
  explanation: Explanation;
}

/** The verdicts on the works of a page, in their order, as the extension's background would give them. */
export function judgePage({ rules, name }: RuleFile, { works, page, archive }: ReadPage, now: Date): Judged[] {
  const ids = new Set([DEFAULT_LIST, ...rules.flatMap((rule) => rule.list ?? [])]);
  const lists = [...ids].map((id) => ({ id, name: id === DEFAULT_LIST ? (name ?? id) : id, on: true }));
  const set = compileRules(rules, lists);
  const context = { page: page.kind, own: page.own, archive: archive?.id ?? '', now: now.getTime() };
  const budget = newBudget();
  return works.map((work) => {
    const matches = matchesOf(set, factsOf(set, work, context, newBudget()));
    const { winners } = decide(matches);
    const matching = matches.map((match) => ({
      rule: match.stored.id,
      list: match.stored.list ?? DEFAULT_LIST,
      action: match.action,
      strict: match.strict,
      words: match.words,
      decided: winners.includes(match),
    }));
    return { verdict: judge(set, work, context, budget), explanation: { rules: matching, themes: recogniseThemes(work) } };
  });
}
