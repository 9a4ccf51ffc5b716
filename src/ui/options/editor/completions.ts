import type { Completion, CompletionContext, CompletionResult } from '@codemirror/autocomplete';
import { COLOURS } from '../../../domain/look';
import type { Field } from '../../../rules/fields/field';
import { ACTIONS } from '../../../rules/rule';
import { fieldGroups } from '../../rule/field-groups';
import { colourName } from '../../rule/colours';
import { fieldName } from '../../rule/field-names';
import { namesFor, type KnownNames } from '../../rule/known-names';
import { nameAsValue } from '../../../rules/text/raw-value';
import { pieceAt } from '../../rule/piece-at';
import { actionName } from '../../rule/sentence';

const actions: Completion[] = ACTIONS.map((action) => ({ label: action, detail: actionName(action), type: 'keyword' }));
const joints: Completion[] = ['and', 'unless', 'or'].map((label) => ({ label, type: 'keyword' }));
const modifiers: Completion[] = [
  { label: 'reason:', type: 'keyword' },
  { label: 'until:', type: 'keyword' },
  { label: 'note:', type: 'keyword' },
  ...COLOURS.map((colour): Completion => ({ label: `colour: ${colour}`, detail: colourName(colour), type: 'keyword' })),
  { label: 'strict', type: 'keyword' },
  { label: 'off', type: 'keyword' },
];

/** Offers what may stand at this place: actions, fields, values of closed fields, names that are known. */
export function completer(known: KnownNames) {
  const fields: Completion[] = fieldGroups.flatMap(({ fields: names }) =>
    names.map((name) => ({ label: `${name}:`, detail: fieldName(name), type: 'property' })),
  );
  return ({ state, pos, explicit }: CompletionContext): CompletionResult | null => {
    const line = state.doc.lineAt(pos);
    const before = line.text.slice(0, pos - line.from);
    if (/^\s*#/.test(before)) return null;
    const piece = pieceAt(before, before.length);
    if (piece !== null) return { from: line.from + piece.from, options: valuesOf(piece.field, known), validFor: /^"?[^",:]*$/ };
    const word = /[\w-]*$/.exec(before)?.[0] ?? '';
    if (word === '' && !explicit) return null;
    const start = before.trim() === word;
    return { from: pos - word.length, options: start ? [...actions, ...fields] : [...fields, ...joints, ...modifiers], validFor: /^[\w-]*$/ };
  };
}

/** Options for each array of names: making 20,000 costs more than a key press may. */
const made = new WeakMap<readonly string[], Completion[]>();

function valuesOf({ name: field, kind, choices }: Field, known: KnownNames): Completion[] {
  const closed = kind !== 'language' && choices.length > 0;
  const names = closed ? choices : namesFor(known, field);
  let options = made.get(names);
  if (options === undefined)
    made.set(names, (options = names.map((name) => (closed ? { label: name, type: 'enum' } : { label: nameAsValue(name), type: 'text' }))));
  return options;
}
