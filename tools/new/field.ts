import { camel, named, type Plan, type Read, replaced, withImport } from './change';

const INDEX = 'src/rules/fields/index.ts';

/** A field of conditions that belongs to no family yet. */
export function planField([name]: readonly string[], read: Read): Plan {
  const field = named('a field', name);
  const list = `${camel(field)}Fields`;
  return {
    files: new Map([
      [`src/rules/fields/${field}.ts`, source(field, list)],
      [`tests/rules/fields/${field}.test.ts`, test(field)],
    ]),
    edits: new Map([
      [
        INDEX,
        replaced(withImport(read(INDEX), `import { ${list} } from './${field}';`), /^( {2}\.\.\.dateFields,\n)/m, (line = '') => `${line}  ...${list},\n`),
      ],
    ]),
    next: [
      'A tag or other name, number, date, text or closed list of codes? Then undo this and add it to names.ts, numbers.ts, dates.ts, text.ts or closed.ts instead.',
      `src/rules/fields/${field}.ts: what the work states (src/domain/work.ts and work-schema.ts when the work does not have it yet), how a value meets it, how rules are found by it.`,
      `tests/rules/fields/${field}.test.ts, and tests/rules/any-rule.ts: values for its lines, what its works state. npm test -- unit ${field}`,
      `The name that readers see: rule_field_${field.replaceAll('-', '_')} in all of public/_locales, src/ui/rule/field-names.ts, a group in src/ui/rule/field-groups.ts; what the tester tells of a work: src/ui/options/tester/stated.ts.`,
      'The table in docs/rule-language.md, and docs/inspect.md when the work has something new. npm run check',
      'docs/adding-a-field.md says more.',
    ],
  };
}

const source = (field: string, list: string): string => `import { foldName } from '../../domain/fold-name';
import type { Facts } from '../facts';
import { cutAtStars, foldPattern, matchesWhole } from '../match/pattern';
import { defineField, type Field } from './field';
import { readNameValue, writeNameValue } from './names';

/** What a work states for it, in the order of the page; nothing when it states nothing. */
function stated(_facts: Facts): readonly string[] {
  return [];
}

/** What a condition on it means. */
const field = defineField<string>({
  name: '${field}',
  kind: 'name',
  wildcards: true,
  read: (raw) => (raw.regex === null ? readNameValue(raw, false) : { trouble: 'regex_not_here' }),
  write: writeNameValue,
  items: stated,
  test(value) {
    if (value.type !== 'name') return null;
    // Whatever can be done before the work is known is done outside of the inner function.
    const wanted = cutAtStars(foldPattern(value.text));
    return (item) => matchesWhole(wanted, foldName(item));
  },
  word: (item) => item,
  // Held against every work, until a key is known that a matching work looks up.
  file: () => null,
});

export const ${list}: readonly Field[] = [field];
`;

const test = (field: string): string => `import { describe, expect, it } from 'vitest';
import type { Work } from '../../../src/domain/work';
import { parseRule } from '../../../src/rules/text/parse';
import { meets, ruleOf, wordsOf } from '../matching';

/** A work that states it, and the value that it states, in the page's spelling. */
const STATED: Partial<Work> = {};
const VALUE = 'Something';

describe('the field ${field}', () => {
  it('matches what the work states, in any case, and quotes it', () => {
    expect(wordsOf(\`${field}: "\${VALUE.toUpperCase()}"\`, STATED)).toEqual([VALUE]);
  });

  it('takes stars, and no expression', () => {
    expect(wordsOf(\`${field}: "\${VALUE.slice(0, 2)}*"\`, STATED)).toEqual([VALUE]);
    expect(parseRule('${field}: /a/')).toMatchObject({ ok: false, error: { code: 'regex_not_here' } });
  });

  it('does not match something else', () => {
    expect(meets('${field}: "Something else"', STATED)).toBe(false);
    expect(meets('${field}: not "Something else"', STATED)).toBe(true);
  });

  it('is never met by a work that states nothing', () => {
    expect(meets(\`${field}: "\${VALUE}"\`, {})).toBe(false);
    expect(meets(\`${field}: not "\${VALUE}"\`, {})).toBe(false);
  });

  it('prints what it reads', () => {
    const { id } = ruleOf(\`${field}: "\${VALUE}"\`);
    expect(ruleOf(id).id).toBe(id);
  });
});
`;
