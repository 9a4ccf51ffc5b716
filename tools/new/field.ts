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
      'A name, number, date or closed list of codes? Then undo this and add one line to names.ts, numbers.ts, dates.ts or closed.ts instead.',
      `src/rules/fields/${field}.ts: what the work states (src/domain/work.ts and work-schema.ts when the work does not have it yet), how a value meets it, how rules are found by it.`,
      `tests/rules/fields/${field}.test.ts, and a line in tests/rules/any-rule.ts. npm test -- unit ${field}`,
      `The name that readers see: rule_field_${field.replaceAll('-', '_')} in all of public/_locales, src/ui/rule/field-names.ts, a group in src/ui/rule/field-groups.ts.`,
      'The table in docs/rule-language.md. npm run check',
      'docs/adding-a-field.md says more.',
    ],
  };
}

const source = (field: string, list: string): string => `import type { Facts } from '../facts';
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
  read: (raw) => readNameValue(raw, false),
  write: writeNameValue,
  items: stated,
  // Whatever can be done before the work is known is done outside of the inner function.
  test: (value) => (value.type === 'name' ? (item) => item.toLowerCase() === value.text.toLowerCase() : null),
  word: (item) => item,
  // Held against every work, until a key is known that a matching work looks up.
  file: () => null,
});

export const ${list}: readonly Field[] = [field];
`;

const test = (field: string): string => `import { describe, expect, it } from 'vitest';
import type { Work } from '../../../src/domain/work';
import { meets, ruleOf, wordsOf } from '../matching';

/** A work that states it, and the value that it states, in the page's spelling. */
const STATED: Partial<Work> = {};
const VALUE = 'Something';

describe('the field ${field}', () => {
  it('matches what the work states, in any case, and quotes it', () => {
    expect(wordsOf(\`${field}: "\${VALUE.toUpperCase()}"\`, STATED)).toEqual([VALUE]);
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
