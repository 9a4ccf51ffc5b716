import { splitCommas } from './entries';
import { place } from './json';

/*
 * Lists out of a pasted script such as `window.ao3SaviorConfig = { tagBlacklist: ['a', "b"] }`. The script is never
 * run. It is read with as much patience as it takes: every kind of quote, since phones put in curly ones, quotes
 * that do not fit together, missing commas, comments.
 */

export interface ScriptLists {
  lists: Map<string, { entries: string[]; /** Entries that a strict reader would have taken for one. */ split: string[] }>;
  flags: Map<string, boolean>;
  /** "line:column" at which the text ended inside of a list. */
  cutOff: string | null;
}

const SINGLE = "'\u2018\u2019\u201a\u201b\u2032`\u00b4";
const DOUBLE = '"\u201c\u201d\u201e\u201f\u2033\u00ab\u00bb';
const isQuote = (char: string): boolean => char !== '' && (SINGLE.includes(char) || DOUBLE.includes(char));
const family = (char: string): string => (SINGLE.includes(char) ? SINGLE : DOUBLE);
const isSpace = (char: string): boolean => char !== '' && char.trim() === '';

/** Reads the lists and switches of these names; other parts of the script are walked over. */
export function readScriptLists(text: string, names: readonly string[]): ScriptLists {
  return new ScriptReader(text, new Set(names)).read();
}

class ScriptReader {
  private at = 0;
  /** By kind of quote: up to here, none closes a string that begins here. */
  private readonly unclosed = new Map<string, number>();
  private readonly found: ScriptLists = { lists: new Map(), flags: new Map(), cutOff: null };

  constructor(
    private readonly text: string,
    private readonly names: ReadonlySet<string>,
  ) {}

  read(): ScriptLists {
    while (this.at < this.text.length) {
      if (this.skipComment()) continue;
      const word = this.takeName();
      if (word !== null) {
        if (this.names.has(word)) this.readProperty(word);
      } else if (!this.skipString()) this.at++;
    }
    return this.found;
  }

  private get char(): string {
    return this.text[this.at] ?? '';
  }

  /** An identifier, or a short string, which may be a property's name in quotes. */
  private takeName(): string | null {
    const quoted = /(["'])([A-Za-z]+)\1/y;
    const bare = /[A-Za-z_$][\w$]*/y;
    for (const [pattern, group] of [
      [quoted, 2],
      [bare, 0],
    ] as const) {
      pattern.lastIndex = this.at;
      const found = pattern.exec(this.text);
      if (found === null) continue;
      this.at += found[0].length;
      return found[group] ?? null;
    }
    return null;
  }

  private readProperty(name: string): void {
    const value = /\s*[:=]\s*(?:(true|false)\b|(\[)|(?=["'`\u2018\u201c]))/y;
    value.lastIndex = this.at;
    const found = value.exec(this.text);
    if (found === null) return;
    this.at += found[0].length;
    if (found[1] !== undefined) this.found.flags.set(name, found[1] === 'true');
    else if (found[2] !== undefined) this.readList(name);
    else for (const entry of splitCommas(this.readEntry().text)) this.entriesOf(name).entries.push(entry);
  }

  private entriesOf(name: string): { entries: string[]; split: string[] } {
    const known = this.found.lists.get(name) ?? { entries: [], split: [] };
    this.found.lists.set(name, known);
    return known;
  }

  /** Entries up to the closing bracket. */
  private readList(name: string): void {
    const list = this.entriesOf(name);
    let touching = false;
    while (this.at < this.text.length) {
      if (isSpace(this.char) || this.char === ',') {
        if (this.char === ',') touching = false;
        this.at++;
      } else if (this.skipComment()) continue;
      else if (this.char === ']') {
        this.at++;
        return;
      } else {
        const { text, odd } = this.readEntry();
        if (text !== '') list.entries.push(text);
        if (text !== '' && (odd || touching)) list.split.push(text);
        touching = true;
      }
    }
    this.found.cutOff = place(this.text, this.text.length);
  }

  /**
   * One entry. A quote ends it where an entry can end, so that the apostrophe of "bee's knees" does not. `odd` tells
   * that the quotes were not a pair.
   */
  private readEntry(): { text: string; odd: boolean } {
    const open = isQuote(this.char) ? this.char : '';
    if (open !== '') this.at++;
    let text = '';
    while (this.at < this.text.length) {
      const { char } = this;
      if (char === '\\' && open !== '') text += this.takeEscape();
      else if (open !== '' && char === '\n' && open !== '`') return { text: text.trim(), odd: true };
      else if (open === '' && (char === ',' || char === ']' || char === '\n')) return { text: text.trim(), odd: true };
      else if (isQuote(char) && this.endsEntry(open)) {
        this.at++;
        return { text: text.trim(), odd: open !== char && !isPair(open, char) };
      } else {
        text += char;
        this.at++;
      }
    }
    return { text: text.trim(), odd: true };
  }

  private endsEntry(open: string): boolean {
    if (open !== '' && !family(open).includes(this.char)) return false;
    const rest = /\s*(?:[,\]]|$|\/[/*])|[ \t]*\r?\n/y;
    rest.lastIndex = this.at + 1;
    return rest.test(this.text);
  }

  private takeEscape(): string {
    const escape = /\\(?:u\{([0-9a-f]{1,6})\}|u([0-9a-f]{4})|x([0-9a-f]{2})|(\r\n|[\s\S]))/iy;
    escape.lastIndex = this.at;
    const found = escape.exec(this.text);
    if (found === null) {
      this.at++;
      return '';
    }
    this.at += found[0].length;
    const code = found[1] ?? found[2] ?? found[3];
    if (code !== undefined) return Number.parseInt(code, 16) <= 0x10ffff ? String.fromCodePoint(Number.parseInt(code, 16)) : '';
    const char = found[4] ?? '';
    return char === 'n' || char === 't' ? ' ' : char.trim() === '' && char !== ' ' ? '' : char;
  }

  /** Strings outside of the lists, so that the slashes of an address do not begin a comment. */
  private skipString(): boolean {
    const quote = this.char;
    if (!['"', "'", '`'].includes(quote) || this.at < (this.unclosed.get(quote) ?? 0)) return false;
    const string = /(["'`])(?:(?!\1)[^\\\n]|\\.)*\1/y;
    string.lastIndex = this.at;
    const found = string.exec(this.text);
    if (found === null) this.unclosed.set(quote, this.endOfLine());
    else this.at += found[0].length;
    return found !== null;
  }

  private endOfLine(): number {
    const end = this.text.indexOf('\n', this.at);
    return end < 0 ? this.text.length : end;
  }

  private skipComment(): boolean {
    const end = this.text.startsWith('//', this.at) ? '\n' : this.text.startsWith('/*', this.at) ? '*/' : null;
    if (end === null) return false;
    const found = this.text.indexOf(end, this.at + 2);
    this.at = found < 0 ? this.text.length : found + end.length;
    return true;
  }
}

const isPair = (open: string, close: string): boolean =>
  ['\u2018\u2019', '\u201c\u201d', '\u201e\u201c', '\u201a\u2018', '\u00ab\u00bb'].includes(open + close);
