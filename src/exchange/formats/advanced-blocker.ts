import type { Action } from '../../domain/verdict';
import type { Condition, Value } from '../../rules/rule';
import { conditionsOf, readEntry, splitEntries } from '../conditional';
import { bylineValue, languageValues, limit, LONGEST_ENTRY, splitCommas, textsOfList, workNumber } from '../entries';
import { carriedColour } from '../colours';
import { Draft, type NewRule } from '../draft';
import { field, flag, has, isObject, items, textOf, unwrapped, type JsonObject } from '../json';
import { boundedText, contains, exact, substring, wordBounded } from '../patterns';
import type { Format, ImportPreview } from '../preview';

/*
 * AO3: Advanced Blocker, a userscript, up to version 4.2. Its settings are one object, kept in the archive page's
 * localStorage and written to ao3_advanced_blocker_config_<date>.json. Lists are texts with commas; in-between
 * versions had arrays.
 */

const KEY = 'ao3_advanced_blocker_config';
/** Settings that no other blocker with a `tagBlacklist` has. */
const OWN = [
  'allowedLanguages',
  'maxCrossovers',
  'primaryRelationships',
  'workBlacklist',
  'conditionalTagBlacklist',
  'strictTagBlacklist',
  'hideCompletelyRules',
];

export const advancedBlocker: Format = {
  id: 'advanced-blocker',
  stored: (key) => key === KEY,
  detect: ({ json }) => settingsOf(json) !== null,
  read: ({ json }) => new Reader(settingsOf(json) ?? {}).read(),
};

function settingsOf(json: unknown): JsonObject | null {
  const found = has(json, KEY) ? unwrapped(field(json, KEY)) : json;
  return isObject(found) && OWN.some((name) => has(found, name)) ? found : null;
}

class Reader {
  private readonly draft = new Draft('advanced-blocker');
  /** What every rule of the file has in common. */
  private readonly common: Pick<NewRule, 'reason' | 'off'>;

  constructor(private readonly settings: JsonObject) {
    const off = flag(settings, 'pauseBlocking', false);
    if (off) this.draft.remark('switched_off', 'pauseBlocking');
    this.common = { ...(flag(settings, 'showReasons', true) ? {} : { reason: 'none' as const }), ...(off ? { off: true as const } : {}) };
  }

  read(): ImportPreview {
    this.tags('tagBlacklist', { action: this.action('tagBlacklist') });
    for (const entry of items(field(this.settings, 'conditionalTagBlacklist'))) this.conditional(entry);
    const strictOff = !flag(this.settings, 'enableStrictTagBlocking', false);
    if (this.tags('strictTagBlacklist', { action: 'hide', strict: true, ...(strictOff && { off: true as const }) })) {
      this.draft.remark('strict_list');
      if (strictOff) this.draft.remark('switched_off', 'enableStrictTagBlocking');
    }
    if (this.tags('tagWhitelist', { action: 'show', strict: true })) this.draft.remark('beats_all');
    this.highlights();
    this.authors();
    this.texts('titleBlacklist', 'title');
    this.texts('summaryBlacklist', 'summary');
    this.works();
    this.limits();
    this.languages();
    this.primary('primaryRelationships', 'relationship', 'primaryRelpad', 1);
    this.primary('primaryCharacters', 'character', 'primaryCharpad', 5);
    if (flag(this.settings, 'blockMissingSummary', false)) this.draft.leave('blockMissingSummary', 'no_such_field');
    return this.draft.preview();
  }

  /** Folded with its reason, or gone when placeholders are off for all or for this kind of rule. */
  private action(...kinds: string[]): Action {
    const gone = field(this.settings, 'hideCompletelyRules');
    return !flag(this.settings, 'showPlaceholders', true) || kinds.some((kind) => flag(gone, kind, false)) ? 'hide' : 'fold';
  }

  private tags(list: string, rule: Omit<NewRule, 'when'>): boolean {
    const entries = textsOfList(field(this.settings, list), splitEntries);
    for (const entry of entries) this.tag(entry, rule);
    return entries.length > 0;
  }

  private tag(entry: string, rule: Omit<NewRule, 'when'>): void {
    if (entry.length > LONGEST_ENTRY) return this.draft.leave(entry, 'too_long');
    const read = readEntry(entry);
    if (typeof read === 'string') return this.draft.leave(entry, read);
    const conditions = conditionsOf(read);
    if (conditions === null) return this.draft.leave(entry, 'matches_everything');
    if (/\*/.test(entry)) conditions.remarks.push(['word_bounded', entry]);
    if (read.subject.toLowerCase() === 'multi') conditions.remarks.push(['synthetic_multi', entry]);
    for (const variant of conditions.variants) this.draft.add({ ...this.common, ...rule, ...variant }, entry, ...conditions.remarks);
  }

  /** `{block, operator, condition}`; older ones have `{block, unless}`, or the operator at the end of `block`. */
  private conditional(entry: unknown): void {
    const block = textOf(field(entry, 'block')).trim();
    if (block.length > 1000) return this.draft.leave(block, 'too_long');
    const found = /^(.*?)\s*(with|unless):?$/is.exec(block.endsWith(':') ? block : '');
    const operator = textOf(field(entry, 'operator')) || found?.[2] || 'unless';
    const condition = textOf(field(entry, 'condition')) || textOf(field(entry, 'unless'));
    const subject = found?.[1] ?? block;
    if (subject === '' || condition === '') return this.draft.leave(textOf(field(entry, 'display')) || JSON.stringify(entry), 'unreadable_condition');
    this.tag(`${subject} ${operator}:{${condition}}`, { action: this.action('tagBlacklist', 'conditionalTagBlacklist') });
  }

  /** On listings, a highlighted text also lit up inside longer names. */
  private highlights(): void {
    const { colour, remark } = carriedColour(textOf(field(this.settings, 'highlightColor')));
    const entries = textsOfList(field(this.settings, 'tagHighlights'), splitEntries);
    for (const entry of entries) {
      const read = entry.length > LONGEST_ENTRY ? 'too_long' : readEntry(entry);
      if (typeof read === 'string') {
        this.draft.leave(entry, read);
        continue;
      }
      const conditions = conditionsOf(read);
      const value = read.subject.includes('*') ? wordBounded(read.subject, false) : contains(read.subject);
      if (conditions === null || value === null) {
        this.draft.leave(entry, 'matches_everything');
        continue;
      }
      conditions.remarks.push(['highlight_substring', entry]);
      for (const { when, unless } of conditions.variants) {
        this.draft.add(
          { ...this.common, action: 'highlight', ...(colour && { colour }), when: [{ field: 'tag', values: [value] }, ...when.slice(1)], unless },
          entry,
          ...conditions.remarks,
        );
      }
    }
    if (entries.length > 0) this.draft.remark(...remark);
  }

  private authors(): void {
    for (const entry of textsOfList(field(this.settings, 'authorBlacklist'), splitCommas)) {
      const { value, remark } = bylineValue(entry);
      if (remark !== null) this.draft.remark(remark);
      this.rule('creator', value, entry, 'authorBlacklist');
    }
  }

  private texts(list: string, name: 'title' | 'summary'): void {
    for (const entry of textsOfList(field(this.settings, list), splitCommas)) {
      const starred = entry.includes('*');
      const value = starred ? boundedText(entry) : substring(entry);
      if (value === null) this.draft.leave(entry, 'matches_everything');
      else this.draft.add(this.simple(name, value, list), entry, [starred ? 'words_text' : 'substring_text', entry]);
    }
  }

  private works(): void {
    for (const entry of textsOfList(field(this.settings, 'workBlacklist'), splitCommas)) {
      const id = workNumber(entry);
      if (id === null) this.draft.leave(entry, 'not_a_work');
      else this.rule('work', { type: 'id', id }, entry, 'workBlacklist');
    }
  }

  private limits(): void {
    const bounds = [
      ['minWords', 'words', '<'],
      ['maxWords', 'words', '>'],
      ['minChapters', 'chapters', '<'],
      ['maxChapters', 'chapters', '>'],
    ] as const;
    for (const [name, numeric, op] of bounds) {
      const value = this.number(name);
      // Nothing has fewer words than none.
      if (value !== null && (op === '>' || value > 0) && this.rule(numeric, { type: 'number', op, value }, `${name}: ${value}`, name))
        this.draft.remark('series_too', name);
    }
    const fandoms = this.number('maxCrossovers');
    if (fandoms !== null && fandoms > 0) this.rule('fandoms', { type: 'number', op: '>', value: fandoms }, `maxCrossovers: ${fandoms}`, 'maxCrossovers');
    for (const [name, code] of [
      ['blockComplete', 'yes'],
      ['blockOngoing', 'no'],
    ] as const) {
      if (flag(this.settings, name, false) && this.rule('complete', { type: 'code', code }, name, name)) this.draft.remark('series_too', name);
    }
    const months = this.number('maxMonthsSinceUpdate');
    if (months === null) return;
    const when: Condition[] = [
      { field: 'complete', values: [{ type: 'code', code: 'no' }] },
      { field: 'updated', values: [{ type: 'age', op: '>', amount: months, unit: 'month' }] },
    ];
    const written = `maxMonthsSinceUpdate: ${months}`;
    this.draft.add({ ...this.common, action: this.action('maxMonthsSinceUpdate'), when }, written, ['calendar_months', written]);
  }

  private number(name: string): number | null {
    const written = textOf(field(this.settings, name)).trim();
    if (written === '') return null;
    const value = limit(written);
    if (value === null) this.draft.leave(`${name}: ${written}`, 'not_a_number');
    return value;
  }

  private languages(): void {
    const names = textsOfList(field(this.settings, 'allowedLanguages'), splitCommas);
    if (names.length === 0) return;
    const { values, unknown } = languageValues(names);
    // Without one of the allowed languages the rule would fold works in it, so it is better left out whole.
    for (const name of unknown) this.draft.leave(name, 'unknown_language');
    if (unknown.length > 0) return;
    const when: Condition[] = [{ field: 'language', not: true, values }];
    if (this.draft.add({ ...this.common, action: this.action('language', 'allowedLanguages'), when }, names.join(', ')))
      this.draft.remark('series_too', 'allowedLanguages');
  }

  /**
   * Only works whose first tags have one of these: so fold any work (it has a fandom) unless they do. `with:{F}`
   * limits it to a fandom; several entries for one fandom are alternatives.
   */
  private primary(list: string, name: 'relationship' | 'character', count: string, byDefault: number): void {
    const groups = new Map<string, { values: Value[]; entries: string[] }>();
    for (const entry of textsOfList(field(this.settings, list), splitEntries)) {
      const read = readEntry(entry);
      const clause = typeof read === 'string' ? undefined : read.clauses[0];
      if (typeof read === 'string' || read.clauses.length > 1 || (clause !== undefined && (clause.operator === 'unless' || clause.tags.length !== 1))) {
        this.draft.leave(entry, typeof read === 'string' ? read : 'unreadable_condition');
        continue;
      }
      const fandom = clause?.tags[0] ?? '';
      const group = groups.get(fandom) ?? { values: [], entries: [] };
      group.values.push(exact(read.subject));
      group.entries.push(entry);
      groups.set(fandom, group);
    }
    const positions = Math.min(Math.max(this.number(count) ?? byDefault, 1), 999);
    for (const [fandom, { values, entries }] of groups) {
      const any: Condition =
        fandom === '' ? { field: 'fandoms', values: [{ type: 'number', op: '>=', value: 1 }] } : { field: 'fandom', values: [exact(fandom)] };
      const unless: Condition[] = [{ field: name, at: [1, positions], values }];
      const written = entries.join(', ');
      this.draft.add({ ...this.common, action: this.action(list, 'primaryPairing'), when: [any], unless }, written, ['position', written]);
    }
  }

  private simple(name: string, value: Value, kind: string): NewRule {
    return { ...this.common, action: this.action(kind), when: [{ field: name, values: [value] }] };
  }

  private rule(name: string, value: Value, written: string, kind: string): boolean {
    return this.draft.add(this.simple(name, value, kind), written);
  }
}
