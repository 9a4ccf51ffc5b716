import { parseRule } from '../rules/text/parse';
import { printRule } from '../rules/text/print';
import { DEFAULT_LIST, type Condition, type Rule } from '../rules/rule';
import { ExchangeError, type LeftCode, type RemarkCode } from './codes';
import type { ImportPreview, NotCarried, Remark } from './preview';

/** More rules than any reader has; a file with more was made to fill the memory. */
export const MOST_RULES = 100_000;
/** Entries without a rule that are listed; the rest is only counted. */
export const NOT_CARRIED_SHOWN = 500;
/** An entry that is quoted in a remark is cut here. */
const LONGEST_QUOTE = 300;

/** A rule as an import makes it: the identity follows from the conditions. */
export type NewRule = Omit<Rule, 'id' | 'list' | 'unless'> & { unless?: Condition[]; list?: string };

export type RemarkPair = readonly [code: RemarkCode, detail: string];

/** Collects what an import finds. One per file; `preview` ends it. */
export class Draft {
  private readonly rules = new Map<string, Rule>();
  private readonly remarks: Remark[] = [];
  private readonly said = new Set<string>();
  private readonly left: NotCarried[] = [];
  private leftCount = 0;
  private repeated = 0;

  constructor(private readonly format: string) {}

  /**
   * Adds a rule, in the form that typing it would give it.
   * @param written the entry as it stood in the file, told to the reader when no such rule can be made
   * @returns whether there is such a rule now
   * @throws ExchangeError `too_many_rules`
   */
  add(rule: NewRule, written: string, ...remarks: RemarkPair[]): boolean {
    const { reason, ...rest } = rule;
    // A rule that covers nothing has no reason to keep to itself.
    const told = reason !== undefined && (rule.action === 'fold' || rule.action === 'hide') ? { reason } : {};
    const parsed = parseRule(printRule({ id: '', list: DEFAULT_LIST, unless: [], ...rest, ...told }));
    if (!parsed.ok) {
      this.leave(
        written,
        parsed.error.code.startsWith('regex')
          ? 'bad_regex'
          : parsed.error.code === 'value_too_long' || parsed.error.code === 'line_too_long'
            ? 'too_long'
            : 'unknown_value',
      );
      return false;
    }
    this.put(parsed.rule);
    for (const [code, detail] of remarks) this.remarks.push({ rule: parsed.rule.id, code, detail: quoted(detail) });
    return true;
  }

  /** Adds a rule that the text form has read already. */
  put(rule: Rule): void {
    const before = this.rules.get(rule.id);
    if (before !== undefined) {
      this.repeated++;
      if (strength(rule) <= strength(before)) return;
    }
    this.rules.set(rule.id, rule);
    if (this.rules.size > MOST_RULES) throw new ExchangeError('too_many_rules', String(MOST_RULES));
  }

  /** Says something about the file as a whole; once, however often it is met. */
  remark(code: RemarkCode, detail = ''): void {
    const key = `${code}\n${detail}`;
    if (this.said.has(key)) return;
    this.said.add(key);
    this.remarks.push({ code, detail: quoted(detail) });
  }

  /** Names an entry that has no rule here. Empty ones are not worth a word. */
  leave(text: string, code: LeftCode): void {
    if (text.trim() === '') return;
    this.leftCount++;
    if (this.left.length < NOT_CARRIED_SHOWN) this.left.push({ text: quoted(text), code });
  }

  get isEmpty(): boolean {
    return this.rules.size === 0 && this.leftCount === 0;
  }

  preview(more: Partial<Pick<ImportPreview, 'lists' | 'lines' | 'name'>> = {}): ImportPreview {
    const rules = [...this.rules.values()];
    const changed = new Set(this.remarks.flatMap((remark) => (remark.rule === undefined ? [] : [remark.rule])));
    return {
      format: this.format,
      rules,
      lists: [],
      lines: [],
      remarks: this.remarks,
      notCarried: this.left,
      counts: { rules: rules.length, repeated: this.repeated, changed: changed.size, notCarried: this.leftCount },
      ...more,
    };
  }
}

const quoted = (text: string): string => (text.length > LONGEST_QUOTE ? `${text.slice(0, LONGEST_QUOTE)}…` : text);

/**
 * Two lists of a file can say the same thing with different consequences; here that is one rule, and the one
 * stays that would have won anyway.
 */
function strength({ action, strict, off }: Rule): number {
  const order = { note: 0, highlight: 1, fold: 2, hide: 3, show: 4 }[action];
  return (off === true ? 0 : 20) + (strict === true && action === 'show' ? 10 : 0) + order;
}
