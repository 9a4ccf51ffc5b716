import { describe, expect, it } from 'vitest';
import { FIELD_NAMES } from '../../src/rules/fields/index';
import { fieldName } from '../../src/ui/rule/field-names';
import { fieldGroups } from '../../src/ui/rule/field-groups';
import { fakeExtension } from '../fake-extension';

describe('every field of a rule', () => {
  it('has a name in the words of readers', () => {
    fakeExtension(() => ({}));
    expect(FIELD_NAMES.filter((field) => fieldName(field) === field)).toEqual([]);
  });

  it('is offered by the form, in one group', () => {
    expect(fieldGroups.flatMap(({ fields }) => fields).sort()).toEqual([...FIELD_NAMES].sort());
  });
});
