import { fieldsOf, isAlive, putEntry, removeEntry, sameJson, type Author, type Document, type Entry, type Json } from '../domain/document';
import { FORGOTTEN, forgottenId } from '../domain/devices';
import { DEFAULT_LIST, type RuleList, type StoredRule } from '../rules/rule';
import type { PlacedLine } from '../rules/text/places';
import type { Difference } from '../domain/differences';
import { lineId, lineOf, RULE_FIELDS, toRule, type KeptLine } from './snapshot';

/**
 * An edit by the reader. A rule or list is given whole: fields left out are set back to their default. With `was`, as
 * the reader saw it before, only the fields that differ are the edit: others may have been changed elsewhere meanwhile.
 */
export type Op =
  | { op: 'put-rule'; rule: StoredRule; /** Has another id when the conditions were edited. */ was?: StoredRule }
  | { op: 'remove-rule'; id: string }
  | { op: 'put-list'; list: RuleList; was?: RuleList }
  | { op: 'remove-list'; id: string /** Its rules and lines go with it. */ }
  | { op: 'put-line'; line: KeptLine }
  | { op: 'remove-line'; line: KeptLine }
  | {
      op: 'replace-list' /** A list as saved in the text editor. */;
      list: string;
      rules: StoredRule[];
      lines: PlacedLine[];
      /** The list as the editor was opened with; what came in or changed elsewhere since then stays. */
      was?: ListText;
    }
  | { op: 'forget-device'; device: string }
  | { op: 'set'; name: string; value: Json /** `null` = the default. */ };

type ListText = { rules: StoredRule[]; lines: PlacedLine[] };

/** A document that is being edited; nothing of the old one is changed. */
export class Edit {
  private readonly kinds = new Map<string, Map<string, Entry>>();

  constructor(
    private readonly old: Document,
    private readonly by: Author,
  ) {}

  apply(op: Op): void {
    switch (op.op) {
      case 'put-rule':
        this.putRule(op.rule, op.was);
        break;
      case 'remove-rule':
        this.remove('rule', op.id);
        break;
      case 'put-list': {
        const { id, ...fields } = op.list;
        const { id: _, ...before } = op.was ?? op.list;
        const known = this.map('list').get(id);
        this.put('list', id, known && op.was ? edited(before, fields) : whole(fields, known ? Object.keys(fieldsOf(known)) : []));
        break;
      }
      case 'remove-list':
        this.replaceList(op.id, { rules: [], lines: [] });
        this.remove('list', op.id);
        break;
      case 'put-line':
        // One that is there already stays where it is.
        if (!isAlive(this.map('line').get(lineId(op.line)))) this.put('line', lineId(op.line), op.line.at === undefined ? {} : { at: op.line.at });
        break;
      case 'remove-line':
        this.remove('line', lineId(op.line));
        break;
      case 'replace-list':
        this.replaceList(op.list, op, op.was);
        break;
      case 'forget-device': {
        const device = this.old.devices.get(op.device);
        if (device !== undefined && op.device !== this.by.device) this.put(FORGOTTEN, forgottenId(op.device, device.seq), { name: device.name });
        break;
      }
      case 'set':
        this.put('setting', op.name, { value: op.value });
    }
  }

  /** Brings things back to how they were before the differences came about. */
  revert(differences: readonly Difference[]): void {
    for (const { kind, id, before, after } of differences) {
      if (before === null) this.remove(kind, id);
      // What was changed since in other fields stays.
      else this.put(kind, id, after === null ? whole(before, Object.keys(this.map(kind).get(id)?.f ?? {})) : edited(after, before));
    }
  }

  /** The edited document; the very same object when nothing changed. */
  result(): Document {
    if (this.kinds.size === 0) return this.old;
    const entries = new Map(this.old.entries);
    for (const [kind, map] of this.kinds) entries.set(kind, map);
    return { ...this.old, entries };
  }

  private putRule(rule: StoredRule, was?: StoredRule): void {
    const known = was && this.map('rule').get(was.id);
    if (was === undefined || known === undefined) return this.put('rule', rule.id, whole(fieldsIn(rule), RULE_FIELDS));
    const values = edited(fieldsIn(was), fieldsIn(rule));
    if (was.id === rule.id) return this.put('rule', rule.id, values);
    this.remove('rule', was.id);
    this.put('rule', rule.id, whole({ ...fieldsOf(known), ...values }, RULE_FIELDS));
  }

  /** Makes the list hold just this; with `was`, only what differs from that is an edit. */
  private replaceList(list: string, { rules, lines }: ListText, was: ListText = this.heldBy(list)): void {
    const wanted = new Set(rules.map((rule) => rule.id));
    for (const { id } of was.rules) {
      const entry = this.map('rule').get(id);
      if (entry !== undefined && !wanted.has(id) && (toRule(id, entry).list ?? DEFAULT_LIST) === list) this.remove('rule', id);
    }
    const before = new Map(was.rules.map((rule) => [rule.id, rule]));
    for (const rule of rules) {
      const old = before.get(rule.id);
      if (old === undefined) this.putRule({ ...rule, list });
      else if (Object.keys(edited(fieldsIn({ ...old, list }), fieldsIn({ ...rule, list }))).length > 0) this.putRule({ ...rule, list }, { ...old, list });
    }
    const [texts, known] = [byText(lines), byText(was.lines)];
    for (const text of known.keys()) if (!texts.has(text)) this.remove('line', lineId({ list, text }));
    for (const [text, at] of texts) {
      if (!known.has(text) || JSON.stringify(known.get(text)) !== JSON.stringify(at)) this.put('line', lineId({ list, text }), { at: at ?? null });
    }
    this.order(rules.map(({ id }) => id));
  }

  /** Puts rules into an order in the places that they have. It is this device's own order: others keep theirs. */
  private order(ids: readonly string[]): void {
    const map = this.map('rule');
    const wanted = new Set(ids.filter((id) => map.has(id)));
    const next = wanted.values();
    if ([...map.keys()].filter((id) => wanted.has(id)).join('\n') === [...wanted].join('\n')) return;
    const ordered = [...map].map(([id, entry]): [string, Entry] => {
      const one = wanted.has(id) ? (next.next().value ?? id) : id;
      return [one, one === id ? entry : map.get(one)!];
    });
    this.kinds.set('rule', new Map(ordered));
  }

  /** What a list holds now. */
  private heldBy(list: string): ListText {
    const rules = [...this.map('rule')].filter(([, entry]) => isAlive(entry)).map(([id, entry]) => toRule(id, entry));
    const lines = [...this.map('line')].filter(([, entry]) => isAlive(entry)).map(([id]) => lineOf(id));
    return { rules: rules.filter((rule) => (rule.list ?? DEFAULT_LIST) === list), lines: lines.filter((line) => line.list === list) };
  }

  private put(kind: string, id: string, values: Record<string, Json>): void {
    const map = this.map(kind);
    const old = map.get(id);
    if (kind === 'setting' && old === undefined && values['value'] === null) return;
    // Of two first values of a setting the later one is meant; equal rules are made on two devices all the time.
    this.change(kind, id, old, putEntry(old, values, this.by, this.old.floor, kind === 'setting'));
  }

  private remove(kind: string, id: string): void {
    const old = this.map(kind).get(id);
    if (old !== undefined) this.change(kind, id, old, removeEntry(old, this.by)!);
  }

  private change(kind: string, id: string, old: Entry | undefined, now: Entry): void {
    if (now !== old) this.writable(kind).set(id, now);
  }

  private map(kind: string): ReadonlyMap<string, Entry> {
    return this.kinds.get(kind) ?? this.old.entries.get(kind) ?? new Map<string, Entry>();
  }

  private writable(kind: string): Map<string, Entry> {
    let map = this.kinds.get(kind);
    if (map === undefined) this.kinds.set(kind, (map = new Map(this.old.entries.get(kind))));
    return map;
  }
}

/** All given fields plus `null` for the known ones left out. */
function whole(fields: object, known: readonly string[]): Record<string, Json> {
  const values: Record<string, Json> = Object.create(null);
  for (const name of known) values[name] = null;
  for (const [name, value] of Object.entries(fields)) if (value !== undefined) values[name] = value as Json;
  return values;
}

/** What is stored of a rule besides its id; the reader's own list goes without saying. */
const fieldsIn = ({ id: _, list, ...fields }: StoredRule): object => ({ ...fields, list: list === DEFAULT_LIST ? null : list });

/** The fields whose values differ; `null` where there is none any more. */
function edited(before: object, after: object): Record<string, Json> {
  const old = whole(before, []);
  const values = whole(after, Object.keys(old));
  for (const [name, value] of Object.entries(values)) if (sameJson(old[name] ?? null, value)) delete values[name];
  return values;
}

const byText = (lines: readonly PlacedLine[]): Map<string, PlacedLine['at']> => new Map(lines.map(({ text, at }) => [text, at]));
