import { PLAIN, type Document, type Entry, type Fields, type Json, type Register } from './document';

/**
 * Entries as text, one a line: what is stored on the device and what travels. A line `=kind` opens a kind; then
 * `identity [TAB causal length[@day,device] [TAB initial fields [TAB edited fields [TAB own sequence number]]]]`.
 * Columns at their default are left out from the right, so that an ordinary rule is its identity and nothing else.
 * This is format v1 and frozen: tests/sync/fixtures holds bytes that must be readable for ever.
 */

/** A line that could not be read: kept as written and told, never dropped. */
export interface BadLine {
  kind: string;
  line: string;
}

export type Entries = Map<string, Map<string, Entry>>;

const NEEDS_ESCAPE = /[\\\t\n\r]|^=|^$|\p{Surrogate}/u;

function escapeId(id: string): string {
  if (!NEEDS_ESCAPE.test(id)) return id;
  if (id === '') return '\\0';
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
  if (entry === PLAIN) return escapeId(id);
  const columns = [escapeId(id), entry.cl === 1 ? '' : String(entry.cl), '', '', own && entry.mine !== undefined ? String(entry.mine) : ''];
  if (entry.gone) columns[1] += `@${entry.gone[0]},${entry.gone[1]}`;
  if (entry.f) {
    const names = Object.keys(entry.f).sort();
    const initial = names.filter((name) => isInitial(entry.f![name]!));
    const edited = names.filter((name) => !isInitial(entry.f![name]!));
    if (initial.length > 0) columns[2] = toJson(initial, (name) => entry.f![name]![2]);
    if (edited.length > 0) columns[3] = toJson(edited, (name) => entry.f![name]! as unknown as Json);
  }
  let used = 5;
  while (columns[used - 1] === '') used--;
  return columns.slice(0, used).join('\t');
}

const isInitial = (register: Register): boolean => register[0] === 0 && register[1] === '';

/** JSON of an object in the order of the names given, whatever they are called. */
const toJson = (names: string[], value: (name: string) => Json): string => `{${names.map((name) => `${JSON.stringify(name)}:${JSON.stringify(value(name))}`).join(',')}}`;

/** Reads lines of one document; remembers the fields it has read, because most rules share a few combinations. */
export class LineReader {
  readonly entries: Entries = new Map();
  readonly bad: BadLine[] = [];
  private kind = 'rule';
  private map: Map<string, Entry> = this.open('rule');
  private readonly seen = new Map<string, Fields>();

  /** Reads text of several lines. A bad line is set aside in `bad`; a repeated identity is left to `onRepeat`. */
  read(text: string, onRepeat: (a: Entry, b: Entry) => Entry = (_, later) => later): void {
    for (let start = 0; start < text.length; ) {
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
    if (line.charCodeAt(0) === 61 /* = */) {
      this.kind = line.slice(1);
      this.map = this.open(this.kind);
      return;
    }
    try {
      const tab = line.indexOf('\t');
      const id = unescapeId(tab < 0 ? line : line.slice(0, tab));
      const entry = tab < 0 ? PLAIN : this.entry(line.slice(tab + 1).split('\t'));
      const before = this.map.get(id);
      this.map.set(id, before === undefined ? entry : onRepeat(before, entry));
    } catch {
      this.bad.push({ kind: this.kind, line });
    }
  }

  private entry(columns: string[]): Entry {
    const [length = '', initial = '', edited = '', own = ''] = columns;
    if (columns.length > 4) throw new SyntaxError('too many columns');
    const match = /^(\d*)(?:@(\d+),(.*))?$/.exec(length);
    const cl = match?.[1] === '' ? 1 : Number(match?.[1]);
    if (!match || !Number.isSafeInteger(cl) || cl < 1) throw new SyntaxError('no causal length');
    const f = initial === '' && edited === '' ? undefined : this.fields(initial, edited);
    return {
      cl,
      ...(f && { f }),
      ...(match[2] !== undefined && { gone: [Number(match[2]), match[3] ?? ''] as const }),
      ...(own !== '' && { mine: wholeNumber(own) }),
    };
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

function wholeNumber(text: string): number {
  if (!/^\d{1,15}$/.test(text)) throw new SyntaxError('not a number');
  return Number(text);
}

/** A register as read from outside. @throws SyntaxError when it is none */
export function asRegister(value: unknown): Register {
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

