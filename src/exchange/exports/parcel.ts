import { fromStored } from '../../rules/text/parse';
import { printStored } from '../../rules/text/print';
import { DEFAULT_ACTION, DEFAULT_LIST, type Rule, type RuleList, type StoredRule } from '../../rules/rule';
import type { LeftCode, RemarkCode } from '../codes';
import type { Counts, NotCarried, Remark } from '../preview';

/** A file for another blocker, and what it could not take along. */
export interface Exported {
  text: string;
  fileName: string;
  remarks: Remark[];
  notCarried: NotCarried[];
  counts: Omit<Counts, 'repeated'>;
}

/** Collects what an export can't say. */
export class Parcel {
  private readonly remarks: Remark[] = [];
  private readonly left: NotCarried[] = [];
  private readonly carried = new Set<string>();

  /** The rules that are switched on, read; those that are not, and those that can't be read, are named. */
  open(rules: readonly StoredRule[], lists: readonly RuleList[]): Rule[] {
    const byId = new Map(lists.map((list) => [list.id, list]));
    return rules.flatMap((stored) => {
      const parsed = fromStored(stored);
      const list = byId.get(stored.list ?? DEFAULT_LIST);
      if (stored.off === true || list?.on === false) this.left.push({ text: printStored(stored), code: 'rule_off' });
      else if (!parsed.ok) this.left.push({ text: printStored(stored), code: 'bad_line' });
      else return [{ ...parsed.rule, action: stored.action ?? list?.action ?? DEFAULT_ACTION }];
      return [];
    });
  }

  remark(rule: { id: string } | null, code: RemarkCode, detail: string): void {
    this.remarks.push({ ...(rule !== null && { rule: rule.id }), code, detail });
  }

  leave(rule: StoredRule, code: LeftCode): void {
    this.left.push({ text: printStored(rule), code });
  }

  /** Counts the rule as carried; no other blocker knows a last day. */
  take(rule: Pick<Rule, 'id' | 'until'>): void {
    if (rule.until !== undefined) this.remark(rule, 'exported_wider', `until: ${rule.until}`);
    this.carried.add(rule.id);
  }

  close(text: string, fileName: string): Exported {
    const changed = new Set(this.remarks.flatMap((remark) => remark.rule ?? []));
    return {
      text,
      fileName,
      remarks: this.remarks,
      notCarried: this.left,
      counts: { rules: this.carried.size, changed: changed.size, notCarried: this.left.length },
    };
  }
}
