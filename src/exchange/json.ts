import { ExchangeError } from './codes';

/** Deeper nesting than any list has; what goes deeper was made to break a reader. */
const DEEPEST = 64;

/**
 * Parses JSON from outside. Keys are never used as paths (see `field`), so `__proto__` is a key like any other.
 * @throws ExchangeError `too_deep`, `cut_off` (the text ends too early) or `bad_json` with "line:column"
 */
export function parseJson(text: string): unknown {
  const end = scan(text);
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    if (end === 'open') throw new ExchangeError('cut_off', place(text, text.length));
    throw new ExchangeError('bad_json', placeOfError(text, error instanceof Error ? error.message : ''));
  }
}

/** Walks over strings and brackets without recursion; says whether something is still open at the end. */
function scan(text: string): 'open' | 'closed' {
  let depth = 0;
  for (let i = 0; i < text.length; i++) {
    const char = text.charCodeAt(i);
    if (char === 34) {
      i = endOfString(text, i + 1);
      if (i >= text.length) return 'open';
    } else if (char === 91 || char === 123) {
      if (++depth > DEEPEST) throw new ExchangeError('too_deep', place(text, i));
    } else if (char === 93 || char === 125) depth--;
  }
  return depth > 0 ? 'open' : 'closed';
}

function endOfString(text: string, from: number): number {
  for (let i = from; i < text.length; i++) {
    const char = text.charCodeAt(i);
    if (char === 92) i++;
    else if (char === 34) return i;
  }
  return text.length;
}

/** Browsers say "line 3 column 5" or "position 27", or only what they found. */
function placeOfError(text: string, message: string): string {
  const lines = /line (\d+) column (\d+)/.exec(message);
  if (lines !== null) return `${lines[1]}:${lines[2]}`;
  const position = /position (\d+)/.exec(message);
  return position === null ? '1:1' : place(text, Number(position[1]));
}

/** "line:column", both from 1. */
export function place(text: string, offset: number): string {
  const before = text.slice(0, offset);
  const start = before.lastIndexOf('\n') + 1;
  let line = 1;
  for (let at = before.indexOf('\n'); at >= 0; at = before.indexOf('\n', at + 1)) line++;
  return `${line}:${before.length - start + 1}`;
}

export type JsonObject = Record<string, unknown>;

export const isObject = (value: unknown): value is JsonObject => typeof value === 'object' && value !== null && !Array.isArray(value);

/** A field that the object itself has, never one that it inherits. */
export const field = (value: unknown, name: string): unknown => (isObject(value) && Object.hasOwn(value, name) ? value[name] : undefined);

export const has = (value: unknown, name: string): boolean => isObject(value) && Object.hasOwn(value, name);

/** The text of a string or a number; '' for anything else. */
export function textOf(value: unknown): string {
  return typeof value === 'string' ? value : typeof value === 'number' && Number.isFinite(value) ? String(value) : '';
}

/** An object, or a string that holds one as JSON, as localStorage does; undefined when it is neither. */
export function unwrapped(value: unknown): unknown {
  if (typeof value !== 'string') return value;
  try {
    return parseJson(value);
  } catch {
    return undefined;
  }
}

/** A yes-or-no setting. */
export const flag = (value: unknown, name: string, byDefault: boolean): boolean => {
  const found = field(value, name);
  return typeof found === 'boolean' ? found : byDefault;
};

/** The items of an array; empty for anything else. */
export const items = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);
