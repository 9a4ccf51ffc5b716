import type { Work } from '../domain/work';
import { accountsOf, accountKey, ANONYMOUS_KEY, numberKey } from './fields/creators';
import { codeKeysOf } from './fields/closed';
import type { Filing, Tools } from './fields/field';
import { idKeysOf } from './fields/ids';
import { END, NAME_KINDS, START } from './fields/names';
import { themeKey } from './fields/themes';
import type { Facts, TextField } from './facts';
import { Pieces } from './match/pieces';
import { compileRule, type CompiledRule } from './compiled-rule';
import { fileRule } from './filing';
import { DEFAULT_LIST, type RuleList, type StoredRule } from './rule';
import type { ThemeMatch } from './themes/theme';

/** What is given to rules from outside. */
export interface Resources extends Tools {
  recogniseThemes(work: Work): ThemeMatch[];
}

/** How the rules are filed, to be shown where somebody asks why a page is slow. */
export interface SetReport {
  rules: number;
  /** Rules that every work is held against, because nothing in them can be looked up. */
  unfiled: string[];
  /** Rules that this version cannot read; they do nothing. */
  unreadable: string[];
}

const TEXTS: readonly TextField[] = ['title', 'summary', 'notes'];

/**
 * Rules ready to judge by. Each rule is filed under one thing that every work it matches must have; a work looks up
 * what it has, and only the rules found so are held against it, in full. A rule is read in full when it is first
 * found, so that fifty thousand of them are ready in a moment.
 */
export class RuleSet {
  private readonly rules: (StoredRule | null)[] = [];
  private readonly compiled: (CompiledRule | undefined)[] = [];
  private readonly seen: number[] = [];
  private round = 0;
  private readonly keys = new Map<string, number | number[]>();
  private readonly names = new Pieces();
  private readonly texts = new Pieces();
  private readonly unfiled = new Set<number>();
  private readonly unreadable = new Set<number>();
  private usesThemes = false;
  private lists = new Map<string, RuleList>();
  /** Slot by identity; made at the first edit. */
  private slots: Map<string, number> | null = null;

  constructor(
    rules: Iterable<StoredRule>,
    lists: Iterable<RuleList>,
    readonly resources: Resources,
  ) {
    this.setLists(lists);
    for (const rule of rules) this.add(rule);
  }

  /** Adds a rule or replaces the one of the same identity. */
  put(rule: StoredRule): void {
    const slot = this.slotOf(rule);
    if (slot === undefined) this.slots?.set(this.identity(rule.id, rule.list), this.add(rule));
    else this.rules[slot] = rule;
  }

  /** Takes a rule out; `list` tells apart rules of subscriptions, of which each list has its own. */
  remove(id: string, list: string = DEFAULT_LIST): void {
    const slot = this.slotOf({ id, list });
    if (slot === undefined) return;
    this.rules[slot] = null;
    delete this.compiled[slot];
    this.unfiled.delete(slot);
    this.unreadable.delete(slot);
    this.slots?.delete(this.identity(id, list));
  }

  setLists(lists: Iterable<RuleList>): void {
    this.lists = new Map([...lists].map((list) => [list.id, list]));
    this.slots = null;
  }

  listOf(rule: StoredRule): RuleList | undefined {
    return this.lists.get(rule.list ?? DEFAULT_LIST);
  }

  get size(): number {
    return this.rules.reduce((count, rule) => count + (rule === null ? 0 : 1), 0);
  }

  /** All rules in the order in which they were added. */
  *all(): Iterable<StoredRule> {
    for (const rule of this.rules) if (rule !== null) yield rule;
  }

  report(): SetReport {
    const ids = (slots: Iterable<number>): string[] => [...slots].flatMap((slot) => this.rules[slot]?.id ?? []);
    return { rules: this.size, unfiled: ids(this.unfiled), unreadable: ids(this.unreadable) };
  }

  /** Calls `visit` once for each rule that may match the work; every rule that does match is among them. */
  candidates(facts: Facts, visit: (rule: CompiledRule, stored: StoredRule) => void): void {
    this.round++;
    const meet = (slot: number): void => {
      if (this.seen[slot] === this.round) return;
      this.seen[slot] = this.round;
      const stored = this.rules[slot];
      if (stored === null || stored === undefined) return;
      const compiled = (this.compiled[slot] ??= compileRule(stored, this.resources));
      visit(compiled, stored);
    };
    const look = (key: string): void => {
      const found = this.keys.get(key);
      if (typeof found === 'number') meet(found);
      else if (found !== undefined) for (const slot of found) meet(slot);
    };
    for (const slot of this.unfiled) meet(slot);
    this.lookUp(facts, look);
    this.searchPieces(facts, meet);
  }

  private lookUp(facts: Facts, look: (key: string) => void): void {
    const { work } = facts;
    for (const kind of NAME_KINDS) {
      for (const { forms, pairs } of facts.namesOf(kind)) {
        for (const form of forms) look(form);
        for (const pair of pairs) look(pair);
      }
    }
    for (const account of accounts(work)) look(accountKey(account));
    for (const id of numbers(work)) look(numberKey(id));
    if (work.anonymous) look(ANONYMOUS_KEY);
    for (const key of idKeysOf(work)) look(key);
    for (const key of codeKeysOf(facts)) look(key);
    if (this.usesThemes) for (const { theme } of facts.themes) look(themeKey(theme));
  }

  private searchPieces(facts: Facts, meet: (slot: number) => void): void {
    if (this.names.count > 0) {
      for (const kind of NAME_KINDS) for (const { forms } of facts.namesOf(kind)) for (const form of forms) this.names.search(START + form + END, meet);
      for (const account of accounts(facts.work)) this.names.search(START + account + END, meet);
    }
    if (this.texts.count > 0) {
      for (const field of TEXTS) {
        const words = facts.wordsOf(field);
        if (words !== null) this.texts.search(words.folded, meet);
      }
    }
  }

  private add(rule: StoredRule): number {
    const slot = this.rules.push(rule) - 1;
    const filings = fileRule(rule, this.resources, this.crowd);
    if (filings === 'unreadable') this.unreadable.add(slot);
    else if (filings === null) this.unfiled.add(slot);
    else for (const filing of filings) this.file(filing, slot);
    return slot;
  }

  /** Rules that are filed under the same. */
  private readonly crowd = ({ drawer, text }: Filing): number => {
    if (drawer !== 'keys') return this[drawer].crowd(text);
    const found = this.keys.get(text);
    return typeof found === 'number' ? 1 : (found?.length ?? 0);
  };

  private file({ drawer, text, also }: Filing, slot: number): void {
    if (drawer !== 'keys') this[drawer].file(text, slot, also);
    else this.fileKey(text, slot);
  }

  private fileKey(key: string, slot: number): void {
    if (key.startsWith(themeKey(''))) this.usesThemes = true;
    const found = this.keys.get(key);
    if (found === undefined) this.keys.set(key, slot);
    else if (typeof found === 'number') this.keys.set(key, [found, slot]);
    else found.push(slot);
  }

  private slotOf({ id, list }: StoredRule): number | undefined {
    if (this.slots === null) {
      this.slots = new Map();
      for (const [slot, rule] of this.rules.entries()) if (rule !== null) this.slots.set(this.identity(rule.id, rule.list), slot);
    }
    return this.slots.get(this.identity(id, list));
  }

  /** The reader's own rules are one for each identity, in whatever list; each subscription has its own. */
  private identity(id: string, list: string = DEFAULT_LIST): string {
    return this.lists.get(list)?.subscription === true ? `${list}\0${id}` : id;
  }
}

const people = (work: Work) => [...work.creators, ...(work.bookmark?.bookmarker == null ? [] : [work.bookmark.bookmarker])];
const accounts = (work: Work): Set<string> => new Set(people(work).flatMap(accountsOf));
const numbers = (work: Work): Set<string> => new Set([...work.creatorIds, ...people(work).flatMap(({ id }) => id ?? [])]);

