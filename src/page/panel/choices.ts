import { CATEGORIES, nameOf, RATINGS, WARNINGS, type Term } from '../../domain/vocabulary';
import type { Colour } from '../../domain/look';
import type { Work } from '../../domain/work';
import { text, type MessageKey } from '../../i18n';
import type { PageRule } from '../../messages/table';

export type ChoiceField = PageRule['when'][number]['field'];

/** One thing of a work that a rule can be about. */
export interface Choice {
  field: ChoiceField;
  /** As rules name it. */
  value: string;
  /** As the reader sees it. */
  label: string;
  /** Account number, for creators. */
  id?: string | null;
  /** Names of the themes that a tag is recognised as. */
  themes?: string[];
}

/** A theme recognised in the work: its id, its name as the reader knows it, and the tags that say so. */
export interface KnownTheme {
  theme: string;
  name: string;
  words: readonly string[];
}

export interface ChoiceGroup {
  field: ChoiceField;
  /** Message with the group's name. */
  title: MessageKey;
  choices: Choice[];
}

/** Kinds of tags that archives know synonyms of. */
export const hasSynonyms = (field: ChoiceField): boolean => ['relationship', 'freeform', 'character', 'fandom'].includes(field);

/** Lengths that readers think in. */
const LENGTHS = [500, 1000, 5000, 10_000, 50_000, 100_000, 200_000];

/** Everything that a rule could be made of, by kind; groups without choices are left out. */
export function choicesOf(work: Work, themes: readonly KnownTheme[], selected: string): ChoiceGroup[] {
  const themesOf = (tag: string): string[] => themes.flatMap(({ name, words }) => (words.includes(tag) ? name : []));
  const named = (field: ChoiceField, names: readonly string[]): Choice[] =>
    names.map((name) => ({ field, value: name, label: name, ...(themesOf(name).length > 0 && { themes: themesOf(name) }) }));
  const groups: ChoiceGroup[] = [
    { field: 'summary', title: 'rule_field_summary', choices: selected === '' ? [] : named('summary', [selected]) },
    { field: 'theme', title: 'rule_field_theme', choices: themes.map(({ theme, name }) => ({ field: 'theme', value: theme, label: name })) },
    {
      field: 'warning',
      title: 'rule_field_warning',
      choices: coded(
        'warning',
        WARNINGS,
        work.warnings.filter((code) => code !== 'none'),
      ),
    },
    { field: 'relationship', title: 'rule_field_relationship', choices: named('relationship', work.relationships) },
    { field: 'freeform', title: 'rule_field_freeform', choices: named('freeform', work.freeforms) },
    { field: 'tag', title: 'rule_field_tag', choices: named('tag', work.otherTags) },
    { field: 'genre', title: 'rule_field_genre', choices: named('genre', work.genres) },
    { field: 'character', title: 'rule_field_character', choices: named('character', work.characters) },
    { field: 'fandom', title: 'rule_field_fandom', choices: named('fandom', work.fandoms) },
    { field: 'creator', title: 'rule_field_creator', choices: creatorsOf(work) },
    {
      field: 'series',
      title: 'rule_field_series',
      choices: named('series', work.subject === 'series' && work.title !== null ? [work.title] : work.series.map(({ title }) => title)),
    },
    { field: 'rating', title: 'rule_field_rating', choices: coded('rating', RATINGS, work.ratings) },
    { field: 'category', title: 'rule_field_category', choices: coded('category', CATEGORIES, work.categories) },
    { field: 'language', title: 'rule_field_language', choices: languageOf(work) },
    { field: 'words', title: 'rule_field_words', choices: lengthsOf(work.words) },
    {
      field: 'work',
      title: 'rule_field_work',
      choices: work.subject === 'work' && work.id !== null ? [{ field: 'work', value: work.id, label: work.title ?? work.id }] : [],
    },
  ];
  return groups.filter(({ choices }) => choices.length > 0);
}

function coded<Code extends string>(field: ChoiceField, terms: readonly Term<Code>[], codes: readonly Code[]): Choice[] {
  return codes.flatMap((code) => {
    const name = nameOf(terms, code);
    return name === undefined ? [] : [{ field, value: name, label: name }];
  });
}

function creatorsOf(work: Work): Choice[] {
  const choices = work.creators.map(({ name, login, id }): Choice => ({
    field: 'creator',
    value: login ?? name,
    label: login === null || login === name ? name : `${name} (${login})`,
    id,
  }));
  return work.anonymous && choices.length === 0 ? [{ field: 'creator', value: 'anonymous', label: text('gate_anonymous') }] : choices;
}

function languageOf({ language, languageName }: Work): Choice[] {
  const value = language ?? languageName;
  return value === null ? [] : [{ field: 'language', value, label: languageName ?? value }];
}

/** "Shorter than" the next length up, "longer than" the next one down. */
function lengthsOf(words: number | null): Choice[] {
  if (words === null) return [];
  const above = LENGTHS.find((length) => length > words);
  const below = LENGTHS.findLast((length) => length < words);
  return [...(above === undefined ? [] : [`<${above}`]), ...(below === undefined ? [] : [`>${below}`])].map((value) => ({
    field: 'words',
    value,
    label: value,
  }));
}

/**
 * The rule that the chosen things make: of one kind any will do, and something of each kind has to be there.
 * @param synonyms also what the archive holds for the same tags
 */
export function ruleOf(action: PageRule['action'], chosen: readonly Choice[], synonyms = false, colour?: Colour): PageRule {
  const when: PageRule['when'] = [];
  for (const { field, value, id } of chosen) {
    let condition = when.find((one) => one.field === field);
    if (condition === undefined) when.push((condition = { field, values: [], ids: [], ...(synonyms && hasSynonyms(field) && { synonyms }) }));
    condition.values.push(value);
    condition.ids?.push(id ?? null);
  }
  return { action, when, unless: [], ...(action === 'highlight' && colour !== undefined && { colour }) };
}
