import type { Condition, Rule, RuleList, StoredRule, Value } from '../../rules/rule';
import { languageNames } from '../../rules/fields/languages';
import { escapeRegex } from '../patterns';
import { Parcel, type Exported } from './parcel';
import { onlyCondition, plainName } from './plain-values';

const TYPES: Readonly<Record<string, string | undefined>> = {
  rating: 'r',
  warning: 'w',
  category: 'c',
  fandom: 'f',
  relationship: 'R',
  character: 'C',
  freeform: 'F',
  tag: undefined,
};

interface Options {
  tags: { name: string; type?: string; matcher: string; invert?: true }[];
  authors: { userId: string; pseud?: string; invert?: true }[];
  maxFandoms: number | null;
  languages: string[];
}

/** Rules as a settings file of AO3 Enhancements (since 0.5). */
export function exportEnhancements(rules: readonly StoredRule[], lists: readonly RuleList[]): Exported {
  const parcel = new Parcel();
  const options: Options = { tags: [], authors: [], maxFandoms: null, languages: [] };
  for (const rule of parcel.open(rules, lists)) addRule(parcel, options, rule);
  if (options.tags.some((tag) => tag.matcher === 'exact')) parcel.remark(null, 'exported_spelling', '');
  const file = {
    'option.hideTags': { enabled: options.tags.length > 0, filters: options.tags },
    'option.hideAuthors': { enabled: options.authors.length > 0, filters: options.authors },
    ...(options.maxFandoms !== null && { 'option.hideCrossovers': { enabled: true, maxFandoms: options.maxFandoms } }),
    ...(options.languages.length > 0 && { 'option.hideLanguages': { enabled: true, show: options.languages.map(languageOf) } }),
  };
  return parcel.close(`${JSON.stringify(file, null, 2)}\n`, 'AO3-Enhancements_options.json');
}

/** What is shown there is decided by the label, which is the archive's own name of the language. */
const languageOf = (value: string): { value: string; label: string } => ({ value, label: languageNames.find(({ code }) => code === value)?.name ?? value });

function addRule(parcel: Parcel, options: Options, rule: Rule): void {
  if (rule.action !== 'fold' && rule.action !== 'hide' && rule.action !== 'show') return parcel.leave(rule, 'action_not_there');
  const [first] = rule.when;
  const hides = rule.action !== 'show';
  if (hides && rule.when.length === 1 && rule.unless.length === 0 && first?.field === 'language' && first.not === true) {
    options.languages.push(...first.values.flatMap((value) => (value.type === 'code' ? [value.code] : [])));
    return parcel.take(rule);
  }
  const condition = onlyCondition(rule);
  if (condition === null) return parcel.leave(rule, 'needs_conditions');
  const [value] = condition.values;
  if (hides && condition.field === 'fandoms' && condition.values.length === 1 && value?.type === 'number' && value.op === '>') {
    options.maxFandoms = Math.min(options.maxFandoms ?? Infinity, value.value);
    return parcel.take(rule);
  }
  const invert = hides ? {} : { invert: true as const };
  if (condition.field === 'creator') return addAuthors(parcel, options, rule, condition, invert);
  if (!Object.hasOwn(TYPES, condition.field)) return parcel.leave(rule, 'field_not_there');
  const type = TYPES[condition.field];
  const tags = condition.values.map((one) => matcherOf(condition.field, one));
  if (tags.includes(null)) return parcel.leave(rule, 'regex_not_there');
  for (const tag of tags) if (tag !== null) options.tags.push({ ...tag, ...(type !== undefined && { type }), ...invert });
  parcel.take(rule);
}

/** Expressions are compared in lower case there, so those about capital letters can't be said. */
function matcherOf(field: string, value: Value): { name: string; matcher: string } | null {
  if (value.type === 'regex') return value.caseSensitive === true || /\\[SDWBP]/.test(value.source) ? null : { name: value.source, matcher: 'regex' };
  const name = plainName(field, value);
  if (name === null) return null;
  const { pieces } = name;
  if (pieces.length === 1) return { name: name.text, matcher: 'exact' };
  if (pieces.length === 3 && pieces[0] === '' && pieces[2] === '') return { name: pieces[1] ?? '', matcher: 'contains' };
  return { name: `^${pieces.map(escapeRegex).join('.*')}$`, matcher: 'regex' };
}

function addAuthors(parcel: Parcel, options: Options, rule: Rule, { values }: Condition, invert: { invert?: true }): void {
  const authors = values.map((value) =>
    value.type === 'creator' && !`${value.name}${value.pseud ?? ''}`.includes('*')
      ? { userId: value.name, ...(value.pseud !== undefined && { pseud: value.pseud }) }
      : null,
  );
  if (authors.includes(null)) return parcel.leave(rule, 'regex_not_there');
  for (const author of authors) if (author !== null) options.authors.push({ ...author, ...invert });
  parcel.take(rule);
}
