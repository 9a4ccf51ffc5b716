import { type CountedKey, type HandedWords, type MessageKey, pluralOf, SLOTS, text } from '../../src/i18n';
import { THEMES } from '../../src/rules/themes/theme';

const FORMS = ['zero', 'one', 'two', 'few', 'many', 'other'] as const;
/** More entries than a listing of any archive has. */
const COUNTED = 101;

const TEXTS: readonly MessageKey[] = [
  'ui_language',
  'ui_direction',
  'fold_show',
  'fold_again',
  'fold_why',
  'fold_shown',
  'fold_highlighted',
  'fold_noted',
  'fold_folded',
  'fold_hidden',
  'fold_because',
  'fold_separator',
  'theme_tag',
  'theme_because',
  'theme_because_referenced',
  'bar_of',
  'bar_show_all',
  'bar_fold_all',
  'bar_pause',
  'bar_paused',
  'bar_resume',
  'bar_search',
  'bar_next',
  'bar_withheld',
  'bar_preferences',
  'panel_open',
  'panel_open_for',
  'mark_known',
  'gate_title',
  'gate_by',
  'gate_anonymous',
  'gate_back',
  'gate_read',
  'gate_always',
  'gate_tags',
  'gate_tags_hide',
  // For a page that outlives the extension, and then has no others.
  'gate_failed',
  'error_no_answer',
  'error_write_failed',
  'page_left_behind',
  'popup_reload',
  'panel_close',
];
const COUNTED_TEXTS: readonly CountedKey[] = ['fold_more', 'fold_gathered', 'bar_folded', 'bar_hidden', 'bar_unreadable'];

let words: HandedWords | undefined;

/** The words of a listing or a gate, looked up once in the life of the background; see `HandedWords`. */
export function pageWords(): HandedWords {
  return (words ??= lookUp());
}

function lookUp(): HandedWords {
  const keys = [
    ...TEXTS,
    ...COUNTED_TEXTS.flatMap((name) => FORMS.map((form) => `${name}_${form}` as MessageKey)),
    ...THEMES.map((theme) => `theme_${theme.replaceAll('-', '_')}_name` as MessageKey),
  ];
  // A key without a text, such as a plural form that the language does not have, comes back as itself.
  const texts = Object.fromEntries(keys.map((key) => [key, text(key, ...SLOTS)]).filter(([key, found]) => found !== key));
  const digits = new Intl.NumberFormat(text('ui_language'));
  return {
    texts,
    plurals: Array.from({ length: COUNTED }, (_, count) => pluralOf(count)),
    digits: Array.from({ length: 10 }, (_, digit) => digits.format(digit)),
  };
}
