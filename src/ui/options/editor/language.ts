import { HighlightStyle, StreamLanguage, syntaxHighlighting, type StringStream } from '@codemirror/language';
import { tags } from '@lezer/highlight';
import { FIELD_NAMES } from '../../../rules/fields/index';
import { ACTIONS } from '../../../rules/rule';

/*
 * Colours for the language of rules. Only the eye needs them: what a line means, and whether it can be read, is
 * decided by the real reader of rules (faults.ts).
 */

const fields = new Set(FIELD_NAMES);
const actions = new Set<string>(ACTIONS);
const JOINTS = /^(?:and|or|unless|not|synonyms)\b/;
const MODIFIERS = /^(?:reason|list|note|until|colou?r|strict|off)\b/;

interface State {
  /** Nothing but white space has been seen in the line. */
  start: boolean;
}

const rules = StreamLanguage.define<State>({
  name: 'foldaway',
  startState: () => ({ start: true }),
  token(stream, state) {
    if (stream.sol()) state.start = true;
    if (stream.eatSpace()) return null;
    const { start } = state;
    state.start = false;
    return token(stream, start);
  },
  languageData: { commentTokens: { line: '#' } },
});

function token(stream: StringStream, start: boolean): string {
  if (start && stream.match(/^---\s*$/)) return 'meta';
  if (stream.match(/^#.*/)) return 'comment';
  if (stream.match(/^"(?:[^"\\]|\\.)*"?/)) return 'string';
  if (stream.match(/^\/(?:[^/\\]|\\.)+\/[a-z]*/)) return 'regexp';
  if (stream.match(JOINTS)) return 'keyword';
  const word = stream.match(/^[A-Za-z][\w-]*/);
  if (Array.isArray(word)) {
    const name = (word[0] ?? '').toLowerCase();
    if (start && actions.has(name)) return 'atom';
    if (fields.has(name) && /^\s*(?:\[[\d\s-]+\]\s*)?[:\uff1a]/.test(stream.string.slice(stream.pos))) return 'propertyName';
    return MODIFIERS.test(name) ? 'modifier' : 'content';
  }
  if (stream.match(/^(?:<=|>=|<|>|=)?\d[\d.]*/)) return 'number';
  stream.next();
  return 'content';
}

/** Colours are those of the page, which follow light, dark and high contrast by themselves. */
const style = HighlightStyle.define([
  { tag: tags.comment, color: 'var(--ink-quiet)', fontStyle: 'italic' },
  { tag: tags.meta, color: 'var(--ink-quiet)' },
  { tag: tags.atom, color: 'var(--accent)', fontWeight: '600' },
  { tag: tags.propertyName, color: 'var(--note-ink)' },
  { tag: tags.keyword, color: 'var(--hide-ink)', fontWeight: '600' },
  { tag: tags.modifier, color: 'var(--hide-ink)' },
  { tag: tags.string, color: 'var(--ink)' },
  { tag: tags.regexp, color: 'var(--highlight-ink)' },
  { tag: tags.number, color: 'var(--highlight-ink)' },
]);

export const ruleLanguage = [rules, syntaxHighlighting(style)];
