import { createContext } from 'preact';
import type { Rule, RuleList, StoredRule } from '../../rules/rule';
import type { PlacedLine } from '../../rules/text/places';

/*
 * Reading other blockers' lists and writing them is a room of its own, which this room never meets: the entry
 * point hands it in. Here is what is needed of it.
 */

export interface Remark {
  rule?: string;
  code: string;
  detail: string;
}

export interface Preview {
  format: string;
  name?: string;
  rules: Rule[];
  lists: RuleList[];
  /** Comments, and lines that could not be read. */
  lines: PlacedLine[];
  remarks: Remark[];
  notCarried: { text: string; code: string }[];
  counts: { rules: number; repeated: number; changed: number; notCarried: number };
}

export interface Exported {
  text: string;
  fileName: string;
  remarks: Remark[];
  notCarried: { text: string; code: string }[];
}

/** What a shared list says about itself. */
export interface ListHead {
  name?: string;
  author?: string;
  home?: string;
  licence?: string;
  /** Days. */
  expires?: number;
}

export interface Trade {
  /** What a file can be read as, by id, the particular before the general. */
  formats: readonly { id: string }[];
  /**
   * @param format id of what the reader says it is; else it is found out
   * @throws an error with `code` and `detail` when the text as a whole cannot be imported
   */
  previewImport(text: string, fileName: string, format?: string): Preview;
  /** Of the lists that other blockers keep in an archive's page, one answer a blocker. */
  previewStored(entries: Readonly<Record<string, string>>): ({ ok: true; preview: Preview } | { ok: false; format: string; code: string; detail: string })[];
  editOf(
    preview: Preview,
    list: string | null,
    isThere: (id: string) => boolean,
  ): { rules: StoredRule[]; lists: RuleList[]; lines: ({ list: string } & PlacedLine)[]; already: string[] };
  /** Our own text form; with `share` only what others may see. */
  exportText(rules: readonly StoredRule[], lists: readonly RuleList[], options: { share: boolean; head: ListHead }): Exported;
  exporters: Readonly<Record<string, (rules: readonly StoredRule[], lists: readonly RuleList[]) => Exported>>;
}

/** Loads it when it is first needed. */
export type LoadTrade = () => Promise<Trade>;

export const TradeContext = createContext<LoadTrade>(() => Promise.reject(new Error('no trade')));
