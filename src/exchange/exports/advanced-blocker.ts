import { COLOUR_VALUES, type Colour } from '../../domain/look';
import type { Condition, Rule, RuleList, StoredRule, Value } from '../../rules/rule';
import { languageNames } from '../../rules/fields/languages';
import { wordBounded } from '../patterns';
import { Parcel, type Exported } from './parcel';
import { hasOwnStar, onlyCondition, plainName, TAG_FIELDS } from './plain-values';

type List =
  | 'tagBlacklist'
  | 'strictTagBlacklist'
  | 'tagWhitelist'
  | 'tagHighlights'
  | 'authorBlacklist'
  | 'titleBlacklist'
  | 'summaryBlacklist'
  | 'workBlacklist'
  | 'allowedLanguages';
type Limit = 'minWords' | 'maxWords' | 'minChapters' | 'maxChapters' | 'maxCrossovers';

interface Conditional {
  block: string;
  operator: 'with' | 'unless';
  condition: string;
  display: string;
}

/** Rules as a settings file of Advanced Blocker 4.2. */
export function exportAdvancedBlocker(rules: readonly StoredRule[], lists: readonly RuleList[]): Exported {
  const writer = new Writer();
  for (const rule of writer.parcel.open(rules, lists)) writer.add(rule);
  return writer.close();
}

/** A name that can stand in a comma list. */
const fits = (text: string): boolean => !/[,{}]|\|\|/.test(text);

/** The one archive that it knows. */
const AO3 = 'archiveofourown.org';

class Writer {
  readonly parcel = new Parcel();
  private readonly lists = new Map<List, string[]>();
  private readonly conditionals: Conditional[] = [];
  private readonly limits = new Map<Limit, number>();
  private strict = false;
  /** Of the rules that highlight; there, all have one. */
  private readonly colours = new Set<Colour>();

  add(rule: Rule): void {
    if (rule.action === 'note') return this.parcel.leave(rule, 'action_not_there');
    const condition = onlyCondition(rule);
    if (condition === null) return this.conditional(rule);
    if (TAG_FIELDS.includes(condition.field)) return this.tags(rule, condition);
    if (rule.action === 'show' || rule.action === 'highlight') return this.parcel.leave(rule, 'field_not_there');
    if (condition.field === 'creator') return this.authors(rule, condition);
    if (condition.field === 'title' || condition.field === 'summary') return this.texts(rule, condition, condition.field);
    if (condition.field === 'work') return this.works(rule, condition);
    this.limit(rule, condition);
  }

  close(): Exported {
    const text = (list: List): string => [...new Set(this.lists.get(list) ?? [])].join(', ');
    const limit = (name: Limit): string => String(this.limits.get(name) ?? '');
    const names: List[] = [
      'tagBlacklist',
      'strictTagBlacklist',
      'tagWhitelist',
      'tagHighlights',
      'authorBlacklist',
      'titleBlacklist',
      'summaryBlacklist',
      'workBlacklist',
      'allowedLanguages',
    ];
    const [colour, ...others] = this.colours;
    if (others.length > 0) this.parcel.remark(null, 'colour_left', '');
    const limits: Limit[] = ['minWords', 'maxWords', 'minChapters', 'maxChapters', 'maxCrossovers'];
    const file = {
      ...Object.fromEntries(names.map((name) => [name, text(name)])),
      ...Object.fromEntries(limits.map((name) => [name, limit(name)])),
      conditionalTagBlacklist: this.conditionals,
      enableStrictTagBlocking: this.strict,
      ...(colour !== undefined && { highlightColor: COLOUR_VALUES[colour] }),
      showReasons: true,
      showPlaceholders: true,
      _version: '4.2.4',
    };
    return this.parcel.close(`${JSON.stringify(file, null, 2)}\n`, 'ao3_advanced_blocker_config.json');
  }

  private tags(rule: Rule, condition: Condition): void {
    const list: List =
      rule.action === 'show' ? 'tagWhitelist' : rule.action === 'highlight' ? 'tagHighlights' : rule.strict === true ? 'strictTagBlacklist' : 'tagBlacklist';
    const tags = condition.values.map((value) => this.tag(rule, condition.field, value));
    if (list === 'strictTagBlacklist') this.strict = true;
    this.put(rule, list, tags);
  }

  /** A tag as it is written there; stars keep to whole words, so a piece of a word can't be said. */
  private tag(rule: Rule, field: string, value: Value): string | null {
    if (value.type === 'regex') return unbounded(value.source);
    const name = plainName(field, value);
    if (name === null || hasOwnStar(name)) return null;
    if (rule.action === 'highlight') {
      // A highlighted text lights up in longer names too, so a piece of a name is the text alone.
      if (name.pieces.length === 3 && name.pieces[0] === '' && name.pieces[2] === '') return name.pieces[1] ?? null;
      this.parcel.remark(rule, 'exported_wider', name.text);
    } else if (name.pieces.length > 1) this.parcel.remark(rule, 'exported_narrower', name.text);
    if (!['tag', 'rating', 'warning', 'category'].includes(field)) this.parcel.remark(rule, 'exported_wider', name.text);
    return name.text;
  }

  private authors(rule: Rule, { values }: Condition): void {
    const bylines = values.map((value) =>
      value.type !== 'creator' || `${value.name}${value.pseud ?? ''}`.includes('*')
        ? null
        : value.pseud === undefined
          ? value.name
          : `${value.pseud} (${value.name})`,
    );
    for (const value of values) if (value.type === 'creator' && value.pseud === undefined) this.parcel.remark(rule, 'exported_narrower', value.name);
    this.put(rule, 'authorBlacklist', bylines);
  }

  /** A word is `*word*` there, and a piece of a word the piece alone. */
  private texts(rule: Rule, { field, values }: Condition, kind: 'title' | 'summary'): void {
    const texts = values.map((value) => {
      const pieces = plainName(field, value)?.pieces;
      if (pieces?.length === 1) return `*${pieces[0]}*`;
      return pieces?.length === 3 && pieces[0] === '' && pieces[2] === '' ? (pieces[1] ?? null) : null;
    });
    this.put(rule, `${kind}Blacklist`, texts);
  }

  private works(rule: Rule, { values }: Condition): void {
    const ids = values.filter((value) => value.type === 'id');
    if (ids.some(({ host = AO3 }) => host !== AO3)) return this.parcel.leave(rule, 'other_site');
    this.put(
      rule,
      'workBlacklist',
      ids.map(({ id }) => id),
    );
  }

  private limit(rule: Rule, condition: Condition): void {
    const [value] = condition.values;
    if (condition.values.length !== 1 || value?.type !== 'number' || (value.op !== '<' && value.op !== '>')) return this.parcel.leave(rule, 'field_not_there');
    const name = ({ 'words<': 'minWords', 'words>': 'maxWords', 'chapters<': 'minChapters', 'chapters>': 'maxChapters', 'fandoms>': 'maxCrossovers' } as const)[
      `${condition.field}${value.op}` as 'words<'
    ];
    if (name === undefined) return this.parcel.leave(rule, 'field_not_there');
    const before = this.limits.get(name);
    this.limits.set(name, before === undefined ? value.value : name.startsWith('min') ? Math.max(before, value.value) : Math.min(before, value.value));
    this.take(rule);
  }

  private languages(rule: Rule, { values }: Condition): void {
    this.put(
      rule,
      'allowedLanguages',
      values.map((value) => (value.type === 'code' ? (languageNames.find((one) => one.code === value.code)?.name ?? null) : null)),
    );
  }

  /** One tag with a condition on other tags; anything more can't be said there. */
  private conditional(rule: Rule): void {
    const [first, ...more] = rule.when;
    const others = more.length > 0 ? more : rule.unless;
    if (rule.when.length === 1 && rule.unless.length === 0 && first?.field === 'language' && first.not === true) return this.languages(rule, first);
    if (first === undefined || first.values.length !== 1 || (more.length > 0 && rule.unless.length > 0) || ![first, ...others].every(isPlainTags))
      return this.parcel.leave(rule, 'needs_conditions');
    const isAnd = more.length > 1;
    if (isAnd && more.some((condition) => condition.values.length > 1)) return this.parcel.leave(rule, 'needs_conditions');
    const tag = this.tag(rule, first.field, first.values[0] as Value);
    const conditions = others.flatMap((condition) => condition.values.map((value) => this.tag(rule, condition.field, value)));
    if (tag === null || !fits(tag) || conditions.some((text) => text === null || !fits(text))) return this.parcel.leave(rule, 'regex_not_there');
    const operator = more.length > 0 ? 'with' : 'unless';
    const condition = conditions.join(isAnd ? ', ' : '||');
    const display = `${tag} ${operator}:{${condition}}`;
    if (rule.action === 'show' || rule.action === 'highlight' || rule.strict === true) {
      const list = rule.action === 'show' ? 'tagWhitelist' : rule.action === 'highlight' ? 'tagHighlights' : 'strictTagBlacklist';
      if (list === 'strictTagBlacklist') this.strict = true;
      this.entries(list).push(display);
    } else this.conditionals.push({ block: tag, operator, condition, display });
    this.take(rule);
  }

  private put(rule: Rule, list: List, texts: readonly (string | null)[]): void {
    if (texts.includes(null)) return this.parcel.leave(rule, 'regex_not_there');
    if (texts.some((text) => text !== null && !fits(text))) return this.parcel.leave(rule, 'separator_in_name');
    this.entries(list).push(...texts.filter((text) => text !== null));
    this.take(rule);
  }

  private take(rule: Rule): void {
    if (rule.colour !== undefined) this.colours.add(rule.colour);
    this.parcel.take(rule);
  }

  private entries(list: List): string[] {
    const known = this.lists.get(list) ?? [];
    this.lists.set(list, known);
    return known;
  }
}

const isPlainTags = (condition: Condition): boolean => TAG_FIELDS.includes(condition.field) && condition.at === undefined && condition.not === undefined;

/** The starred name that an expression was made of when it was imported; null for any other expression. */
function unbounded(source: string): string | null {
  const name = source
    .replace(/^\(\^\|\[\^a-z0-9\]\)/, '*')
    .replace(/\(\[\^a-z0-9\]\|\$\)$/, '*')
    .replace(/^\^|\$$/g, '')
    .replaceAll('[^a-z0-9](.*[^a-z0-9])?', '*')
    .replace(/\\(.)/g, '$1');
  const again = wordBounded(name, true);
  return again?.type === 'regex' && again.source === source ? name : null;
}
