import type { Completion, CompletionContext, CompletionResult } from '@codemirror/autocomplete';
import { fieldNamed } from '../../../rules/fields/index';
import { ACTIONS } from '../../../rules/rule';
import { fieldGroups } from '../../rule/field-groups';
import { fieldName } from '../../rule/field-names';
import { actionName } from '../../rule/sentence';

const actions: Completion[] = ACTIONS.map((action) => ({ label: action, detail: actionName(action), type: 'keyword' }));
const joints: Completion[] = ['and', 'unless', 'or'].map((label) => ({ label, type: 'keyword' }));
const modifiers: Completion[] = [
  { label: 'reason:', type: 'keyword' },
  { label: 'until:', type: 'keyword' },
  { label: 'note:', type: 'keyword' },
  { label: 'strict', type: 'keyword' },
  { label: 'off', type: 'keyword' },
];

/** Offers what may stand at this place: actions, fields, values of closed fields, names that other rules know. */
export function completer(known: ReadonlyMap<string, readonly string[]>) {
  const fields: Completion[] = fieldGroups.flatMap(({ fields: names }) => names.map((name) => ({ label: `${name}:`, detail: fieldName(name), type: 'property' })));
  return ({ state, pos, explicit }: CompletionContext): CompletionResult | null => {
    const line = state.doc.lineAt(pos);
    const before = line.text.slice(0, pos - line.from);
    if (/^\s*#/.test(before)) return null;
    const value = /(?:^|[\s])([\w-]+)(?:\[[\d-]+\])?:\s*(?:.*,\s*)?("?[^",:]*)$/.exec(before);
    const field = value === null ? undefined : fieldNamed((value[1] ?? '').toLowerCase());
    if (value !== null && field !== undefined && !/\s(?:and|unless|or)\s+\S*$/.test(value[0])) {
      return { from: pos - (value[2] ?? '').length, options: valuesOf(field.name, field.choices, known), validFor: /^"?[^",:]*$/ };
    }
    const word = /[\w-]*$/.exec(before)?.[0] ?? '';
    if (word === '' && !explicit) return null;
    const start = before.trim() === word;
    return { from: pos - word.length, options: start ? [...actions, ...fields] : [...fields, ...joints, ...modifiers], validFor: /^[\w-]*$/ };
  };
}

function valuesOf(field: string, choices: readonly string[], known: ReadonlyMap<string, readonly string[]>): Completion[] {
  if (choices.length > 0) return choices.map((label) => ({ label, type: 'enum' }));
  return (known.get(field) ?? []).map((name) => ({ label: `"${name.replaceAll('"', '\\"')}"`, type: 'text' }));
}
