import type { Verdict } from '../../src/domain/verdict';
import { compileRules } from '../../src/rules/compile';
import { judgeAll } from '../../src/rules/judge';
import { DEFAULT_LIST, type StoredRule } from '../../src/rules/rule';
import { parseList } from '../../src/rules/text/parse';
import { toStored } from '../../src/rules/text/print';
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

/** The verdicts on the works of a page, in their order, as the extension's background would give them. */
export function judgePage({ rules, name }: RuleFile, { works, page, archive }: ReadPage, now: Date): Verdict[] {
  const ids = new Set([DEFAULT_LIST, ...rules.flatMap((rule) => rule.list ?? [])]);
  const lists = [...ids].map((id) => ({ id, name: id === DEFAULT_LIST ? (name ?? id) : id, on: true }));
  const set = compileRules(rules, lists);
  return judgeAll(set, works, { page: page.kind, own: page.own, archive: archive?.id ?? '', now: now.getTime() });
}
