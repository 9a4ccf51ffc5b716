import { fieldOf, isAlive, type Document, type Entry, type Fields, type Json } from '../domain/document';
import type { RuleList, StoredRule } from '../rules/rule';
import { isPlaces, type PlacedLine } from '../rules/text/places';
import { ruleListSchema, storedRuleSchema } from '../rules/rule-schema';
import type { Trouble } from './stored';

/** A line of a list that could not be read as a rule: kept as written. */
export interface KeptLine extends PlacedLine {
  list: string;
}

/** The reader's data as the rest of the extension sees it. `rules` can be handed to the compiler as it is. */
export interface Snapshot {
  rules: StoredRule[];
  lists: RuleList[];
  lines: KeptLine[];
  /** Synced settings that are not at their default. */
  settings: Map<string, Json>;
  /** Grows with every change; the compiled rules of an older revision are stale. */
  revision: number;
  /** What could not be read and lies set aside. */
  trouble: Trouble[];
  /** `newer-version`: written by a later version of the extension; edits are refused until it is updated. */
  status: 'ok' | 'newer-version';
}

const { id: _, ...ruleShape } = storedRuleSchema.shape;
const { id: __, ...listShape } = ruleListSchema.shape;
type Shape = Readonly<Record<string, { safeParse(value: unknown): { success: boolean } }>>;

/** The fields of a rule that a reader can change without making it another rule. */
export const RULE_FIELDS: readonly string[] = Object.keys(ruleShape);

/** Takes a document apart. Fields of later versions stay in the document and are left out here. */
export function toSnapshot(document: Document, revision: number, trouble: Trouble[], status: Snapshot['status']): Snapshot {
  return {
    rules: rulesOf(document),
    lists: living(document, 'list').map(([id, entry]) => toList(id, entry)),
    lines: living(document, 'line').map(([id, entry]) => toLine(id, entry)),
    settings: new Map(living(document, 'setting').flatMap(([name, entry]) => valueOf(name, entry))),
    revision,
    trouble,
    status,
  };
}

function living(document: Document, kind: string): [string, Entry][] {
  return [...(document.entries.get(kind) ?? [])].filter(([, entry]) => isAlive(entry));
}

/** Rules with few distinct field sets: each set is read once, since this runs at every cold start. */
function rulesOf(document: Document): StoredRule[] {
  const rules: StoredRule[] = [];
  const read = new Map<Fields, object>();
  for (const [id, entry] of document.entries.get('rule') ?? []) {
    if (entry.cl % 2 === 0) continue;
    if (entry.f === undefined) rules.push({ id });
    else {
      let fields = read.get(entry.f);
      if (fields === undefined) read.set(entry.f, (fields = readable(entry, ruleShape)));
      rules.push({ id, ...fields });
    }
  }
  return rules;
}

/** The fields that have the shape agreed upon. Others came from a later version and are only passed through. */
function readable(entry: Entry, shape: Shape): Record<string, Json> {
  const fields: Record<string, Json> = {};
  for (const [name, schema] of Object.entries(shape)) {
    const value = entry.f?.[name]?.[2];
    if (value !== undefined && value !== null && schema.safeParse(value).success) fields[name] = value;
  }
  return fields;
}

/** One rule as the rest of the extension sees it. */
export const toRule = (id: string, entry: Entry): StoredRule => ({ id, ...readable(entry, ruleShape) });

/** A list; one without a readable name goes by its id, and is switched on. */
const toList = (id: string, entry: Entry): RuleList => ({ name: id, on: true, ...readable(entry, listShape), id });

const valueOf = (name: string, entry: Entry): [string, Json][] => {
  const value = fieldOf(entry, 'value');
  return value === undefined ? [] : [[name, value]];
};

/** A kept line is identified by its list and its text. */
export const lineId = (line: KeptLine): string => `${line.list}\n${line.text}`;

export function lineOf(id: string): KeptLine {
  const cut = id.indexOf('\n');
  return { list: id.slice(0, cut), text: id.slice(cut + 1) };
}

/** A kept line with its places, where these can be read. */
function toLine(id: string, entry: Entry): KeptLine {
  const at = fieldOf(entry, 'at');
  return isPlaces(at) ? { ...lineOf(id), at } : lineOf(id);
}
