import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Work } from '../../src/domain/work';
import { FIELD_NAMES } from '../../src/rules/fields/index';
import { parseList, parseRule } from '../../src/rules/text/parse';
import { ERROR_CODES } from '../../src/rules/text/read-error';
import { meets, ruleOf } from './matching';

const text = readFileSync('docs/rule-language.md', 'utf8');

/** Lines of all code blocks of one kind. */
const linesOf = (kind: string): string[] =>
  [...text.matchAll(new RegExp(`^\`\`\`${kind}\\n([^]*?)^\`\`\``, 'gm'))].flatMap(([, body = '']) => body.trimEnd().split('\n'));

const pairsOf = (kind: string): [string, string][] => linesOf(kind).map((line) => [(line.split('=>')[0] ?? '').trim(), (line.split('=>')[1] ?? '').trim()]);

describe('the examples of docs/rule-language.md', () => {
  it('are there', () => {
    expect([linesOf('rules'), linesOf('match'), linesOf('same'), linesOf('errors')].map((lines) => lines.length > 6)).toEqual([true, true, true, true]);
  });

  it('can be read', () => {
    expect(parseList(linesOf('rules').join('\n')).lines.filter((line) => !('rule' in line))).toEqual([]);
  });

  it.each(pairsOf('same'))('%s is the rule %s', (line, id) => {
    expect(ruleOf(line).id).toBe(id);
  });

  it.each(pairsOf('errors'))('%s is refused: %s', (line, said) => {
    const [code, column] = said.split(' ');
    expect(parseRule(line)).toMatchObject({ ok: false, error: { code, column: Number(column) } });
  });

  it.each(linesOf('match').map((line) => /^(yes|no)\s+(.*?)\s+(\{.*\})$/.exec(line)?.slice(1) as [string, string, string]))(
    '%s: %s on %s',
    (said, condition, stated) => {
      expect(meets(condition, JSON.parse(stated) as Partial<Work>)).toBe(said === 'yes');
    },
  );
});

describe('docs/rule-language.md', () => {
  it('names every field and every code of an error', () => {
    expect([...FIELD_NAMES, ...ERROR_CODES].filter((word) => !text.includes(`\`${word}\``))).toEqual([]);
  });
});
