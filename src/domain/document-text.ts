import { PLAIN, type Document, type Entry, type Fields, type Gone, type Json, type Register } from './document';

/**
 * Entries as text, one a line: what is stored on the device and what travels. A line `=kind` opens a kind; then
 * `identity [TAB causal length[@day,device,seen] [TAB initial fields [TAB edited fields [TAB own]]]]`, the fields as
 * JSON objects; `own` stays on the device: `sequence number[,JSON of the stamps that own edits replaced]`.
 * Columns at their default are left out from the right, so that an ordinary rule is its identity and nothing else.
 * This is format v1 and frozen: tests/sync/fixtures holds bytes that must be readable for ever.
 */

/** A line that could not be read: kept as written and told, never dropped. */
export interface BadLine {
  kind: string;
  line: string;
}

export type Entries = Map<string, Map<string, Entry>>;

/** Cheap test, since nearly no identity needs an escape; also met by pairs of surrogates, which need none. */
const MAY_NEED_ESCAPE = /[\\\t\n\r\ud800-\udfff]/;
const EQUALS = 61;

function escapeId(id: string): string {
  if (id === '') return '\\0';
  if (id.charCodeAt(0) !== EQUALS && !MAY_NEED_ESCAPE.test(id)) return id;
  const body = id
    .replace(/\\/g, '\\\\')
    .replace(/\t/g, '\\t')
    .replace(/\n/g, '\\n')
    .replace(/\r/g, '\\r')
    .replace(/\p{Surrogate}/gu, (lone) => '\\u' + lone.charCodeAt(0).toString(16).padStart(4, '0'));
  return body.replace(/^=/, '\\=');
}

const ESCAPES: Record<string, string> = { '\\': '\\', t: '\t', n: '\n', r: '\r', '=': '=', '0': '' };

function unescapeId(text: string): string {
  if (!text.includes('\\')) return text;
  return text.replace(/\\(?:u([0-9a-f]{4})|(.))/g, (_, hex: string | undefined, one: string) => {
    if (hex !== undefined) return String.fromCharCode(parseInt(hex, 16));
    const plain = Object.hasOwn(ESCAPES, one) ? ESCAPES[one] : undefined;
    if (plain === undefined) throw new SyntaxError('unknown escape');
    return plain;
  });
}

/** One entry as a line. `own` adds the column that must not leave the device. */
export function entryToLine(id: string, entry: Entry, own = false): string {
  const mine = own && entry.mine !== undefined ? `${entry.mine}${entry.base ? `,${JSON.stringify(entry.base)}` : ''}` : '';
  const gone = entry.gone ? `@${entry.gone.join()}` : '';
  const length = entry.cl === 1 && gone === '' ? '' : entry.cl + gone;
  const fields = entry.f ? fieldsToText(entry.f) : '\t';
  const rest = `${length}\t${fields}\t${mine}`;
  return rest === '\t\t\t' ? escapeId(id) : `${escapeId(id)}\t${rest}`.replace(/\t+$/, '');
}

const written = new WeakMap<Fields, string>();

/** Both columns of fields. Sets of fields are shared by many rules, so each is written once. */
function fieldsToText(f: Fields): string {
  let text = written.get(f);
  if (text === undefined) {
    const names = Object.keys(f).sort();
    const initial = names.filter((name) => isInitial(f[name]!));
    const edited = names.filter((name) => !isInitial(f[name]!));
    text = `${toJson(initial, (name) => f[name]![2])}\t${toJson(edited, (name) => [...f[name]!])}`;
    written.set(f, text);
  }
  return text;
}

const isInitial = (register: Register): boolean => register[0] === 0 && register[1] === '';

/** JSON of an object in the order of the names given, whatever they are called; nothing for no names. */
function toJson(names: string[], value: (name: string) => Json): string {
  return names.length === 0 ? '' : `{${names.map((name) => `${JSON.stringify(name)}:${JSON.stringify(value(name))}`).join(',')}}`;
}

/** Reads lines of one document; remembers the fields it has read, because most rules share a few combinations. */
export class LineReader {
  readonly entries: Entries = new Map();
  readonly bad: BadLine[] = [];
  private kind = 'rule';
  private map: Map<string, Entry> | null = null;
  private readonly seen = new Map<string, Fields>();

  /** Reads text of several lines. A bad line is set aside in `bad`; a repeated identity is left to `onRepeat`. */
  read(text: string, onRepeat: (a: Entry, b: Entry) => Entry = (_, later) => later): void {
    for (let start = 0; start < text.length;) {
      let end = text.indexOf('\n', start);
      if (end < 0) end = text.length;
      if (end > start) this.line(text.slice(start, end), onRepeat);
      start = end + 1;
    }
  }

  private open(kind: string): Map<string, Entry> {
    let map = this.entries.get(kind);
    if (map === undefined) this.entries.set(kind, (map = new Map()));
    return map;
  }

  private line(line: string, onRepeat: (a: Entry, b: Entry) => Entry): void {
    if (line.charCodeAt(0) === EQUALS) {
      this.kind = line.slice(1);
      this.map = null;
      return;
    }
    try {
      const tab = line.indexOf('\t');
      const id = unescapeId(tab < 0 ? line : line.slice(0, tab));
      const entry = tab < 0 ? PLAIN : this.entry(line.slice(tab + 1).split('\t'));
      this.map ??= this.open(this.kind);
      const before = this.map.get(id);
      this.map.set(id, before === undefined ? entry : onRepeat(before, entry));
    } catch {
      this.bad.push({ kind: this.kind, line });
    }
  }

  private entry(columns: string[]): Entry {
    const [length = '', initial = '', edited = '', own = ''] = columns;
    if (columns.length > 4) throw new SyntaxError('too many columns');
    const at = length.indexOf('@');
    const gone = at < 0 ? undefined : goneOf(length.slice(at + 1));
    const causal = at < 0 ? length : length.slice(0, at);
    const cl = causal === '' ? 1 : wholeNumber(causal);
    if (cl < 1) throw new SyntaxError('no causal length');
    const f = initial === '' && edited === '' ? undefined : this.fields(initial, edited);
    return { cl, ...(f && { f }), ...(gone && { gone }), ...(own !== '' && ownOf(own)) };
  }

  private fields(initial: string, edited: string): Fields {
    const key = `${initial}\t${edited}`;
    let f = this.seen.get(key);
    if (f !== undefined) return f;
    const made: Record<string, Register> = Object.create(null);
    if (initial !== '') for (const [name, value] of objectEntries(initial)) made[name] = [0, '', value];
    if (edited !== '') for (const [name, value] of objectEntries(edited)) made[name] = asRegister(value);
    f = Object.freeze(made);
    if (edited === '') this.seen.set(key, f);
    return f;
  }
}

function objectEntries(text: string): [string, Json][] {
  const value: unknown = JSON.parse(text);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new SyntaxError('not an object');
  return Object.entries(value as Record<string, Json>);
}

function goneOf(text: string): Gone {
  const [day = '', device = '', seen, ...rest] = text.split(',');
  if (seen === undefined || rest.length > 0) throw new SyntaxError('no removal');
  return [wholeNumber(day), device, seen];
}

function ownOf(text: string): Pick<Entry, 'mine' | 'base'> {
  const comma = text.indexOf(',');
  if (comma < 0) return { mine: wholeNumber(text) };
  const base: Record<string, number> = Object.create(null);
  for (const [name, stamp] of objectEntries(text.slice(comma + 1))) base[name] = wholeNumber(String(stamp));
  return { mine: wholeNumber(text.slice(0, comma)), base };
}

function wholeNumber(text: string): number {
  if (!/^\d{1,15}$/.test(text)) throw new SyntaxError('not a number');
  return Number(text);
}

function asRegister(value: unknown): Register {
  if (!Array.isArray(value) || value.length !== 3 || !Number.isSafeInteger(value[0]) || (value[0] as number) < 0 || typeof value[1] !== 'string')
    throw new SyntaxError('not a register');
  return [value[0] as number, value[1], value[2] as Json];
}

/** All entries as text, kinds and entries in the order they are kept; with `own`, including what stays on the device. */
export function entriesToText(entries: Document['entries'], own = false): string {
  const parts: string[] = [];
  for (const [kind, map] of entries) {
    if (map.size === 0) continue;
    parts.push(`=${kind}`);
    for (const [id, entry] of map) parts.push(entryToLine(id, entry, own));
  }
  return parts.join('\n');
}
