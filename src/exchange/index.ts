import { DEFAULT_LIST, type RuleList, type StoredRule } from '../rules/rule';
import type { PlacedLine } from '../rules/text/places';
import { toStored } from '../rules/text/print';
import { ExchangeError, type ErrorCode } from './codes';
import { MOST_RULES } from './draft';
import { advancedBlocker } from './formats/advanced-blocker';
import { ao3Blocker } from './formats/ao3-blocker';
import { ao3Enhancements } from './formats/ao3-enhancements';
import { ao3EnhancementsFork } from './formats/ao3-enhancements-fork';
import { ao3Helper } from './formats/ao3-helper';
import { ao3Savior } from './formats/ao3-savior';
import { ao3rdr } from './formats/ao3rdr';
import { enhancementSuite } from './formats/enhancement-suite';
import { foldawayList } from './formats/foldaway-list';
import { muteSkin } from './formats/mute-skin';
import { mutedUsers } from './formats/muted-users';
import { names } from './formats/names';
import { quickHide } from './formats/quick-hide';
import { ublacklist } from './formats/ublacklist';
import { parseJson } from './json';
import type { Format, ImportPreview, Source } from './preview';

export { ExchangeError } from './codes';
export type { ErrorCode, LeftCode, RemarkCode } from './codes';
export type { Counts, Format, ImportPreview, NotCarried, Remark } from './preview';

/** All formats, the particular before the general: the first that knows a text reads it. */
export const formats: readonly Format[] = [
  advancedBlocker,
  ao3EnhancementsFork,
  ao3Enhancements,
  enhancementSuite,
  ao3rdr,
  ao3Helper,
  quickHide,
  ao3Savior,
  ao3Blocker,
  mutedUsers,
  muteSkin,
  foldawayList,
  ublacklist,
  names,
];

/** What sync and backups write is merged by sync, not read here. */
const OWN_COPY = /^FOLDAWAY\d{1,4} \{/;

/** Larger files are refused before anything looks at them; a list of 50,000 rules has 3 MB. */
export const IMPORT_LIMIT = 10_000_000;

/** Lines and commas; a text with more would be more rules than `MOST_RULES`, or more faults than anybody could read. */
const MOST_SEPARATORS = 1_000_000;

/**
 * What importing a text would bring.
 * @param fileName for formats that have a name of their own; may be empty for pasted text
 * @param formatId when the reader says what it is; else it is found out
 * @throws ExchangeError, and nothing else, when the text as a whole can't be imported
 */
export function previewImport(text: string, fileName = '', formatId?: string): ImportPreview {
  const source = open(text, fileName);
  const format = formatId === undefined ? formats.find((one) => one.detect(source)) : formats.find((one) => one.id === formatId);
  if (format === undefined) throw new ExchangeError(formatId !== undefined ? 'unknown_format' : looksLikePage(text) ? 'html_page' : 'unknown_format');
  return read(format, source);
}

/** What one blocker's lists in the page would bring, or why they bring nothing. */
export type StoredPreview = { ok: true; preview: ImportPreview } | { ok: false; format: string; code: ErrorCode; detail: string };

/**
 * What the lists of other blockers in an archive page's localStorage would bring, one answer a blocker. Never throws.
 * @param entries keys and values, as `pickStored` of page-storage.ts takes them
 */
export function previewStored(entries: Readonly<Record<string, string>>): StoredPreview[] {
  return formats.flatMap((format): StoredPreview[] => {
    const own = Object.entries(entries).filter(([key]) => format.stored?.(key) === true);
    if (own.length === 0) return [];
    try {
      if (own.some(([, value]) => value.length > IMPORT_LIMIT)) throw new ExchangeError('too_large');
      return [{ ok: true, preview: read(format, { text: '', fileName: '', json: Object.fromEntries(own) }) }];
    } catch (error) {
      if (error instanceof ExchangeError) return [{ ok: false, format: format.id, code: error.code, detail: error.detail }];
      throw error;
    }
  });
}

/** What is to be stored when the reader says yes: one edit, so that one undo takes it back. */
export interface ImportEdit {
  rules: StoredRule[];
  lists: RuleList[];
  lines: ({ list: string } & PlacedLine)[];
  /** Ids of rules that are there already; they stay as they are. */
  already: string[];
}

/**
 * The edit that a preview comes to.
 * @param list where the rules go; null leaves them in the lists that the file names
 * @param isThere whether the reader has a rule with this id: an import never changes what somebody made by hand
 */
export function editOf(preview: ImportPreview, list: string | null, isThere: (id: string) => boolean): ImportEdit {
  const already = preview.rules.filter((rule) => isThere(rule.id)).map((rule) => rule.id);
  const skipped = new Set(already);
  const rules = preview.rules.filter((rule) => !skipped.has(rule.id)).map((rule) => toStored(list === null ? rule : { ...rule, list }));
  const listOf = new Map(preview.rules.map((rule) => [rule.id, rule.list]));
  // A line belongs to the list of the rule that it stands above.
  const own = ({ at }: PlacedLine): string => listOf.get(at?.[0]?.[1] ?? '') ?? DEFAULT_LIST;
  return { rules, lists: list === null ? preview.lists : [], lines: preview.lines.map((line) => ({ list: list ?? own(line), ...line })), already };
}

function read(format: Format, source: Source): ImportPreview {
  const preview = format.read(source);
  if (preview.counts.rules === 0 && preview.counts.notCarried === 0) throw new ExchangeError('nothing_found', format.id);
  return preview;
}

/** Checks size and kind before any format sees the text. JSON must be whole; a text that only begins like it may be a script. */
function open(text: string, fileName: string): Source {
  if (text.length > IMPORT_LIMIT) throw new ExchangeError('too_large', String(text.length));
  const clean = text.replace(/^\ufeff/, '');
  if (OWN_COPY.test(clean)) throw new ExchangeError('own_copy');
  if (clean.trim() === '') throw new ExchangeError('empty');
  if (/[\0\x01-\x08]/.test(clean.slice(0, 4000)) || clean.startsWith('PK')) throw new ExchangeError('binary');
  if (separators(clean) > MOST_SEPARATORS) throw new ExchangeError('too_many_rules', String(MOST_RULES));
  const script: Source = { text: clean, fileName, json: undefined };
  if (!looksLikeJson(clean)) return script;
  try {
    return { ...script, json: parseJson(clean) };
  } catch (error) {
    // A pasted script can begin like JSON.
    if (ao3Savior.detect(script)) return script;
    throw error;
  }
}

function separators(text: string): number {
  let count = 0;
  for (let i = 0; i < text.length; i++) {
    const char = text.charCodeAt(i);
    if (char === 10 || char === 44) count++;
  }
  return count;
}

const looksLikeJson = (text: string): boolean => /^\s*(?:\{\s*(?:"|\}|$)|\[\s*(?:["{[\]\d-]|$))/.test(text.slice(0, 2000));

const looksLikePage = (text: string): boolean => /^\s*(?:<!doctype html|<html|<\?xml|<head|<body|<)/i.test(text.slice(0, 2000));
