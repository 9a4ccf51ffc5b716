import type { Action } from '../../domain/verdict';
import { ACTIONS } from '../rule';
import { tidy } from './raw-value';
import type { ReadError } from './read-error';

/** What a list says about itself between `---` lines. */
export interface ListFront {
  name?: string;
  author?: string;
  /** Address of the list's home page. */
  home?: string;
  version?: string;
  /** For rules that do not say their own. */
  action?: Action;
  /** Lines that mean nothing to this version, as written. */
  rest: string[];
}

const KEYS = ['name', 'author', 'home', 'version'] as const;

/**
 * Reads the front matter of a list's lines.
 * @returns how many lines it takes, and an error when it is begun and never closed
 */
export function parseFront(lines: readonly string[]): { front: ListFront; length: number; error?: ReadError } {
  const front: ListFront = { rest: [] };
  if (lines[0]?.trim() !== '---') return { front, length: 0 };
  const end = lines.findIndex((line, index) => index > 0 && line.trim() === '---');
  if (end < 0) return { front, length: 0, error: { code: 'front_matter_not_closed', line: 1, column: 1, found: '---', expected: ['---'] } };
  for (const line of lines.slice(1, end)) {
    const [, key = '', written = ''] = /^\s*([\w-]+)\s*:\s*(.*)$/.exec(line) ?? [];
    const value = tidy(written.replace(/^(["'])(.*)\1$/, '$2'));
    const known = KEYS.find((name) => name === key.toLowerCase());
    const action = key.toLowerCase() === 'action' ? ACTIONS.find((name) => name === value.toLowerCase()) : undefined;
    if (known !== undefined && value !== '') front[known] = value;
    else if (action !== undefined) front.action = action;
    else if (line.trim() !== '') front.rest.push(line);
  }
  return { front, length: end + 1 };
}

export function printFront(front: ListFront): string {
  const lines = KEYS.flatMap((key) => (front[key] === undefined ? [] : [`${key}: ${front[key]}`]));
  if (front.action !== undefined) lines.push(`action: ${front.action}`);
  lines.push(...front.rest);
  return lines.length === 0 ? '' : `---\n${lines.join('\n')}\n---\n`;
}
