import { text, type MessageKey } from '../../i18n';
import type { ReadError } from '../../rules/text/read-error';
import { joined } from '../parts/joined';

interface Props {
  error: ReadError;
  line: string;
  /** Takes the line with the suggestion in place; without it the suggestion is only said. */
  use?: (line: string) => void;
}

/** A long list of what would be right does not help to find the one that was meant. */
const EXPECTED = 8;

/** Why a line cannot be read: in words, where, and what may have been meant. */
export function ReadProblem({ error, line, use }: Props) {
  const { column, found, suggestion } = error;
  return (
    <>
      <span>{text('ui_at_character', column, problemText(error))}</span>{' '}
      {suggestion !== undefined && use !== undefined && (
        <button type="button" class="button button-quiet" onClick={() => use(line.slice(0, column - 1) + suggestion + line.slice(column - 1 + found.length))}>
          {text('ui_use_suggestion', suggestion)}
        </button>
      )}
      {suggestion !== undefined && use === undefined && <span>{text('ui_perhaps', suggestion)}</span>}
    </>
  );
}

/** What is wrong, in a sentence. */
export function problemText({ code, found, expected }: ReadError): string {
  return text(`rule_error_${code}` as MessageKey, found, joined(expected.slice(0, EXPECTED), 'or'));
}
