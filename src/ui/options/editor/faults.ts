import { linter, lintGutter, type Diagnostic } from '@codemirror/lint';
import type { Text } from '@codemirror/state';
import { text } from '../../../i18n';
import { parseList } from '../../../rules/text/parse';
import { problemText } from '../../rule/read-problem';

/** Lines that cannot be read, as marks in the margin with the words of the error and, where there is one, a way to put it right. */
function faultsOf(doc: Text): Diagnostic[] {
  return parseList(doc.toString()).lines.flatMap((line): Diagnostic[] => {
    if (!('error' in line) || line.error.line > doc.lines) return [];
    const { column, found, suggestion } = line.error;
    const place = doc.line(line.error.line);
    const from = Math.min(place.from + column - 1, place.to);
    const to = Math.min(from + found.length, place.to);
    const diagnostic: Diagnostic = { from, to, severity: 'error', message: problemText(line.error) };
    if (suggestion !== undefined) {
      diagnostic.actions = [
        { name: text('ui_use_suggestion', suggestion), apply: (view, start, end) => view.dispatch({ changes: { from: start, to: end, insert: suggestion } }) },
      ];
    }
    return [diagnostic];
  });
}

export const faults = [linter((view) => faultsOf(view.state.doc), { delay: 400 }), lintGutter()];
