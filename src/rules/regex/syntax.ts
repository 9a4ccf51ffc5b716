import type { ErrorCode } from '../text/read-error';

/**
 * A regular expression as a tree. What cannot run in time linear in the text (looking around, referring back) is
 * not in it.
 */
export type Node =
  | { type: 'empty' }
  | { type: 'set'; set: CharSet }
  | { type: 'edge'; edge: Edge }
  | { type: 'list'; items: Node[] }
  | { type: 'choice'; items: Node[] }
  | { type: 'repeat'; item: Node; least: number; most: number };

export type Edge = 'start' | 'end' | 'word' | 'not-word';

/** One character: a literal one, or whatever a class of JavaScript's own (flag `u`) holds. */
export type CharSet = { literal: string } | { source: string };

export class BadRegex extends Error {
  override name = 'BadRegex';
  constructor(
    readonly code: Extract<ErrorCode, `regex_${string}`>,
    /** Offset in the source. */
    readonly at: number,
  ) {
    super(code);
  }
}

/** Letters, digits and marks of any script, so that `\b` stands between words of any script. */
export const WORD_CLASS = '[\\p{L}\\p{N}\\p{M}_]';
const NOT_WORD_CLASS = '[^\\p{L}\\p{N}\\p{M}_]';

/** Deeper groups than this are nobody's. */
const DEEPEST = 50;

const ESCAPED_CLASSES: Readonly<Record<string, string>> = { d: '[0-9]', D: '[^0-9]', w: WORD_CLASS, W: NOT_WORD_CLASS, s: '\\s', S: '\\S' };
const CONTROLS: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', f: '\f', v: '\v', '0': '\0' };

/** Reads an expression in JavaScript's syntax. @throws BadRegex */
export function readRegexSyntax(source: string): Node {
  return new Reader(source).read();
}

class Reader {
  private at = 0;
  private depth = 0;

  constructor(private readonly source: string) {}

  read(): Node {
    const node = this.choice();
    if (this.at < this.source.length) throw new BadRegex('regex_syntax', this.at);
    return node;
  }

  private take(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.source);
    if (found !== null) this.at += found[0].length;
    return found;
  }

  private choice(): Node {
    const items = [this.list()];
    while (this.take(/\|/y) !== null) items.push(this.list());
    return items.length === 1 && items[0] !== undefined ? items[0] : { type: 'choice', items };
  }

  private list(): Node {
    const items: Node[] = [];
    while (this.at < this.source.length && !/[|)]/.test(this.source[this.at] ?? '')) items.push(this.repeated());
    return { type: 'list', items };
  }

  private repeated(): Node {
    const start = this.at;
    const item = this.atom();
    const found = this.take(/(?:([*+?])|\{(\d{1,4})(?:(,)(\d{1,4})?)?\})\??/y);
    if (found === null) return item;
    const [, sign, from, comma, to] = found;
    const least = sign === undefined ? Number(from) : sign === '+' ? 1 : 0;
    const most = sign === undefined ? (comma === undefined ? least : to === undefined ? Infinity : Number(to)) : sign === '?' ? 1 : Infinity;
    if (most < least || item.type === 'edge' || /[*+?{]/.test(this.source[this.at] ?? '')) throw new BadRegex('regex_syntax', start);
    return { type: 'repeat', item, least, most };
  }

  private atom(): Node {
    const start = this.at;
    if (this.take(/\(\?(?:<?[=!])/y) !== null) throw new BadRegex('regex_look_around', start);
    if (this.take(/\((?:\?:|\?<[A-Za-z_]\w*>)?/y) !== null) {
      if (++this.depth > DEEPEST) throw new BadRegex('regex_too_large', start);
      const node = this.source[this.at] === '?' ? null : this.choice();
      if (node === null || this.take(/\)/y) === null) throw new BadRegex('regex_syntax', start);
      this.depth--;
      return node;
    }
    const character = this.take(/[^]/uy)?.[0] ?? '';
    switch (character) {
      case '^':
        return { type: 'edge', edge: 'start' };
      case '$':
        return { type: 'edge', edge: 'end' };
      case '.':
        return { type: 'set', set: { source: '[^]' } };
      case '[':
        return { type: 'set', set: this.characterClass(start) };
      case '\\':
        return this.escaped(start);
      case '*':
      case '+':
      case '?':
      case '{':
      case '}':
      case ']':
        throw new BadRegex('regex_syntax', start);
      default:
        return { type: 'set', set: { literal: character } };
    }
  }

  private escaped(start: number): Node {
    const found = this.take(/b|B|[1-9]\d*|k<|[dDwWsS]|[pP]\{[\w=]{1,60}\}|x[\da-fA-F]{2}|u[\da-fA-F]{4}|u\{[\da-fA-F]{1,6}\}|[nrtfv]|0(?!\d)|[^\w\s]/uy)?.[0];
    if (found === undefined) throw new BadRegex('regex_syntax', start);
    if (found === 'b' || found === 'B') return { type: 'edge', edge: found === 'b' ? 'word' : 'not-word' };
    if (/^(?:\d+|k<)$/.test(found) && found !== '0') throw new BadRegex('regex_back_reference', start);
    return { type: 'set', set: this.escapedSet(found, start) };
  }

  private escapedSet(escape: string, start: number): CharSet {
    const named = Object.hasOwn(ESCAPED_CLASSES, escape) ? ESCAPED_CLASSES[escape] : undefined;
    if (named !== undefined) return { source: named };
    if (/^[pP]\{/.test(escape)) return this.checked(`\\${escape}`, start);
    const control = Object.hasOwn(CONTROLS, escape) ? CONTROLS[escape] : undefined;
    if (control !== undefined) return { literal: control };
    const code = /^[xu]\{?([\da-fA-F]+)\}?$/.exec(escape)?.[1];
    if (code === undefined) return { literal: escape };
    const point = Number.parseInt(code, 16);
    if (point > 0x10ffff) throw new BadRegex('regex_syntax', start);
    return { literal: String.fromCodePoint(point) };
  }

  /** A class in brackets; JavaScript's own engine decides what is in it, one character at a time. */
  private characterClass(start: number): CharSet {
    const body = this.take(/(?:\\[^]|[^\]\\])*\]/uy)?.[0];
    if (body === undefined) throw new BadRegex('regex_syntax', start);
    const source = body.replace(/\\([^])/gu, (pair, escape: string) => {
      if (escape === 'w') return '\\p{L}\\p{N}\\p{M}_';
      if (escape === 'W') throw new BadRegex('regex_syntax', start);
      // Outside a class these need no backslash, and with the flag `u` they may not have one.
      return /[!"#%&',:;<=>@_`~ ]/.test(escape) ? escape : pair;
    });
    return this.checked(`[${source}`, start);
  }

  private checked(source: string, start: number): CharSet {
    try {
      new RegExp(source, 'u');
    } catch {
      throw new BadRegex('regex_syntax', start);
    }
    return { source };
  }
}
