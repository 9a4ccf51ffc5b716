import { text, type MessageKey } from '../../i18n';

const names: Record<string, MessageKey> = {
  tag: 'rule_field_tag',
  fandom: 'rule_field_fandom',
  relationship: 'rule_field_relationship',
  character: 'rule_field_character',
  freeform: 'rule_field_freeform',
  creator: 'rule_field_creator',
  bookmarker: 'rule_field_bookmarker',
  'bookmark-tag': 'rule_field_bookmark_tag',
  recipient: 'rule_field_recipient',
  series: 'rule_field_series',
  collection: 'rule_field_collection',
  work: 'rule_field_work',
  archive: 'rule_field_archive',
  theme: 'rule_field_theme',
  rating: 'rule_field_rating',
  warning: 'rule_field_warning',
  category: 'rule_field_category',
  complete: 'rule_field_complete',
  language: 'rule_field_language',
  crossover: 'rule_field_crossover',
  restricted: 'rule_field_restricted',
  kind: 'rule_field_kind',
  page: 'rule_field_page',
  title: 'rule_field_title',
  summary: 'rule_field_summary',
  notes: 'rule_field_notes',
  words: 'rule_field_words',
  chapters: 'rule_field_chapters',
  'words-per-chapter': 'rule_field_words_per_chapter',
  fandoms: 'rule_field_fandoms',
  relationships: 'rule_field_relationships',
  characters: 'rule_field_characters',
  tags: 'rule_field_tags',
  kudos: 'rule_field_kudos',
  hits: 'rule_field_hits',
  comments: 'rule_field_comments',
  bookmarks: 'rule_field_bookmarks',
  'kudos-ratio': 'rule_field_kudos_ratio',
  updated: 'rule_field_updated',
  published: 'rule_field_published',
  genre: 'rule_field_genre',
  pairing: 'rule_field_pairing',
};

/** A field of a rule in the reader's language; its own name where a later version has added it. */
export function fieldName(field: string): string {
  const key = Object.hasOwn(names, field) ? names[field] : undefined;
  return key === undefined ? field : text(key);
}
