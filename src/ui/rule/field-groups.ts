import type { MessageKey } from '../../i18n';
import { FIELD_NAMES } from '../../rules/fields/index';

/** The fields of a rule as a form offers them: those that most rules use come first. */
const groups: { title: MessageKey; fields: string[] }[] = [
  { title: 'rule_group_tags', fields: ['tag', 'theme', 'fandom', 'relationship', 'character', 'freeform', 'warning', 'rating', 'category'] },
  { title: 'rule_group_people', fields: ['creator', 'recipient', 'bookmarker', 'bookmark-tag'] },
  {
    title: 'rule_group_work',
    fields: ['work', 'series', 'collection', 'title', 'summary', 'notes', 'language', 'complete', 'crossover', 'restricted', 'updated', 'published'],
  },
  {
    title: 'rule_group_numbers',
    fields: [
      'words',
      'chapters',
      'words-per-chapter',
      'tags',
      'fandoms',
      'relationships',
      'characters',
      'kudos',
      'hits',
      'kudos-ratio',
      'comments',
      'bookmarks',
    ],
  },
  { title: 'rule_group_place', fields: ['archive', 'page', 'kind', 'genre', 'pairing'] },
];

const placed = new Set(groups.flatMap(({ fields }) => fields));

/** Every field that this version knows, each in one group; one that nobody placed is in the last. */
export const fieldGroups: readonly { title: MessageKey; fields: readonly string[] }[] = groups.map((group, index) => ({
  ...group,
  fields: [
    ...group.fields.filter((field) => FIELD_NAMES.includes(field)),
    ...(index === groups.length - 1 ? FIELD_NAMES.filter((field) => !placed.has(field)) : []),
  ],
}));
