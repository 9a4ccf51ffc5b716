import { autocompletion, completionKeymap } from '@codemirror/autocomplete';
import { defaultKeymap, history, historyKeymap, toggleComment } from '@codemirror/commands';
import { lintKeymap } from '@codemirror/lint';
import { highlightSelectionMatches, search, searchKeymap } from '@codemirror/search';
import { EditorState } from '@codemirror/state';
import { drawSelection, EditorView, highlightActiveLine, keymap, lineNumbers } from '@codemirror/view';
import { text } from '../../../i18n';
import type { KnownNames } from '../../rule/known-names';
import { completer } from './completions';
import { faults } from './faults';
import { ruleLanguage } from './language';

export interface CodeEditor {
  text(): string;
  focus(): void;
  destroy(): void;
}

interface Options {
  parent: Element;
  content: string;
  /** Names by field, to be offered while one types. */
  known: KnownNames;
  changed: () => void;
  save: () => void;
}

/**
 * A text editor for a whole list. In a chunk of its own, which is loaded when somebody opens it. Tab moves the
 * focus on, as everywhere, so that nobody is caught in it.
 */
export function openCodeEditor({ parent, content, known, changed, save }: Options): CodeEditor {
  const own = keymap.of([
    { key: 'Mod-s', preventDefault: true, run: () => (save(), true) },
    { key: 'Mod-/', run: toggleComment },
  ]);
  const view = new EditorView({
    parent,
    state: EditorState.create({
      doc: content,
      extensions: [
        own,
        lineNumbers(),
        history(),
        drawSelection(),
        highlightActiveLine(),
        highlightSelectionMatches(),
        search({ top: true }),
        autocompletion({ override: [completer(known)], icons: false }),
        EditorView.lineWrapping,
        EditorView.contentAttributes.of({ 'aria-label': text('options_editor_text'), autocapitalize: 'off', autocorrect: 'off', spellcheck: 'false' }),
        EditorView.updateListener.of((update) => update.docChanged && changed()),
        EditorState.phrases.of(phrases()),
        keymap.of([...completionKeymap, ...lintKeymap, ...searchKeymap, ...historyKeymap, ...defaultKeymap]),
        ...ruleLanguage,
        ...faults,
      ],
    }),
  });
  return {
    text: () => view.state.doc.toString(),
    focus: () => view.focus(),
    destroy: () => view.destroy(),
  };
}

/** The editor's own words in the language of the page. */
function phrases(): Record<string, string> {
  return {
    Find: text('options_editor_find'),
    Replace: text('options_editor_replace'),
    next: text('options_editor_next'),
    previous: text('options_editor_previous'),
    all: text('options_editor_all'),
    'match case': text('options_editor_case'),
    'by word': text('options_editor_word'),
    regexp: text('options_editor_pattern'),
    replace: text('options_editor_replace'),
    'replace all': text('options_editor_replace_all'),
    close: text('options_editor_close'),
    Diagnostics: text('options_editor_faults'),
    'No diagnostics': text('options_editor_no_faults'),
    Completions: text('options_editor_offers'),
  };
}
