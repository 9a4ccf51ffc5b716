/*
 * Everything that import, export and subscriptions have to say, as codes. The words are in the messages: key
 * `exchange_remark_`, `exchange_left_`, `exchange_error_` or `exchange_list_` + code; `$1` is the detail.
 */

/** What means something else here than where it came from, and how it was translated. */
export const REMARK_CODES = [
  'word_bounded',
  'contains_anywhere',
  'parts_any_distance',
  'substring_text',
  'words_text',
  'whole_title',
  'case_ignored',
  'any_order',
  'synthetic_multi',
  'unless_all',
  'mixed_operators',
  'two_conditions',
  'position',
  'series_too',
  'calendar_months',
  'highlight_substring',
  'colour_left',
  'colour_nearest',
  'strict_list',
  'beats_all',
  'beaten_by_strict',
  'priority_strict',
  'priority_unless',
  'priority_dropped',
  'order_ignored',
  'regex_case_escapes',
  'closed_names',
  'byline',
  'anonymous_creator',
  'name_or_tag',
  'switched_off',
  'split_at_quote',
  'garbled_name',
  'combined_text',
  'mark_hidden',
  'disliked_work',
  'account_only_number',
  'page_of_several',
  'show_left_to_list',
  'exported_wider',
  'exported_narrower',
  'exported_spelling',
] as const;
export type RemarkCode = (typeof REMARK_CODES)[number];

/** Why something could not be carried over. */
export const LEFT_CODES = [
  'empty',
  'too_long',
  'star_not_there',
  'unclosed_brace',
  'unreadable_condition',
  'bad_regex',
  'unknown_language',
  'unknown_value',
  'matches_everything',
  'not_a_filter',
  'hides_tags_only',
  'comments',
  'not_a_work',
  'not_a_number',
  'no_such_field',
  'unknown_shape',
  'site_setting',
  'bad_line',
  'needs_conditions',
  'action_not_there',
  'field_not_there',
  'regex_not_there',
  'rule_off',
  'separator_in_name',
  'whole_pages',
  'other_site',
] as const;
export type LeftCode = (typeof LEFT_CODES)[number];

/** Why a file was refused as a whole. */
export const ERROR_CODES = [
  'too_large',
  'empty',
  'bad_json',
  'cut_off',
  'too_deep',
  'too_many_rules',
  'html_page',
  'binary',
  'unknown_format',
  'nothing_found',
  'own_copy',
] as const;
export type ErrorCode = (typeof ERROR_CODES)[number];

/** A file that can't be imported. `detail` says where, or what was found. */
export class ExchangeError extends Error {
  override name = 'ExchangeError';
  constructor(
    readonly code: ErrorCode,
    readonly detail = '',
  ) {
    super(detail === '' ? code : `${code}: ${detail}`);
  }
}
