import type { Reveal } from '../domain/verdict';
import type { Work } from '../domain/work';
import { accountsOf, accountKey, ANONYMOUS_KEY, numberKey } from './fields/creators';
import { codeKeysOf } from './fields/closed';
import type { Filing, Tools } from './fields/field';
import { idKeysOf } from './fields/ids';
import { NAME_KINDS } from './fields/names';
import { themeKey } from './fields/themes';
import type { Facts, TextField } from './facts';
import { BASE, Chains, hashOf } from './match/chains';
import { betweenEdges, type Name } from './match/names';
import { Pieces } from './match/pieces';
import { compileRule, type CompiledRule } from './compiled-rule';
import { fileRule } from './filing';
import { DEFAULT_LIST, type RuleList, type StoredRule } from './rule';
import type { ThemeMatch } from './themes/theme';

/** What is given to rules from outside. */
export interface Resources extends Tools {
  recogniseThemes(work: Work): ThemeMatch[];
  reveal: Reveal;
}

/** How the rules are filed, to be shown where somebody asks why a page is slow. */
export interface SetReport {
  rules: number;
  /** Rules that every work is held against, because nothing in them can be looked up. */
  unfiled: string[];
  /** Rules that this version cannot read; they do nothing. */
  unreadable: string[];
}

const NOTHING: readonly number[] = [];
const THEME_KEY = themeKey('');
const TEXTS: readonly TextField[] = ['title', 'summary', 'notes'];

/**
 * Rules ready to judge by. Each rule is filed under one thing that every work it matches must have; a work looks up
 * what it has, and only the rules found so are held against it, in full. A rule is read in full when it is first
 * found, so that fifty thousand of them are ready in a moment.
 */
export class RuleSet {
  private readonly rules: (StoredRule | null)[] = [];
  private readonly compiled = new Map<number, CompiledRule>();
  /** The round in which each rule was last met. */
  private seen = new Uint32Array(0);
  private round = 0;
  private readonly keys = new Chains();
  private readonly names = new Pieces();
  private readonly texts = new Pieces();
  /** What was found in names, until another piece is filed. */
  private found = new WeakMap<Name, readonly number[]>();
  private staleNames = false;
  private readonly unfiled = new Set<number>();
  private readonly unreadable = new Set<number>();
  private usesThemes = false;
  private lists = new Map<string, RuleList>();
  /** Slots by the hash of the identity; made at the first edit. */
  private slots: Chains | null = null;

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
    if (slot === undefined) this.slots?.add(sampleOf(rule.id), this.add(rule));
    else this.rules[slot] = rule;
  }

  /** Takes a rule out; `list` tells apart rules of subscriptions, of which each list has its own. */
  remove(id: string, list: string = DEFAULT_LIST): void {
    const slot = this.slotOf({ id, list });
    if (slot === undefined) return;
    this.rules[slot] = null;
    this.compiled.delete(slot);
    this.unfiled.delete(slot);
    this.unreadable.delete(slot);
  }

  setLists(lists: Iterable<RuleList>): void {
    this.lists = new Map([...lists].map((list) => [list.id, list]));
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
    this.startRound();
    if (this.staleNames) this.found = new WeakMap();
    this.staleNames = false;
    const meet = (slot: number): void => {
      if (this.seen[slot] === this.round) return;
      this.seen[slot] = this.round;
      const stored = this.rules[slot];
      if (stored === null || stored === undefined) return;
      visit(this.compiledAt(slot, stored), stored);
    };
    const { keys } = this;
    const look = (key: string): void => {
      for (let at = keys.first(hashOf(key)); at >= 0; at = keys.next(at)) meet(keys.value(at));
    };
    for (const slot of this.unfiled) meet(slot);
    this.lookUp(facts, look);
    this.searchPieces(facts, meet);
  }

  private startRound(): void {
    if (this.seen.length < this.rules.length) this.seen = new Uint32Array(2 * this.rules.length);
    // Once in four thousand million works the count begins anew.
    if (this.round === 0xffffffff) this.seen.fill(0);
    this.round = this.round === 0xffffffff ? 1 : this.round + 1;
  }

  private compiledAt(slot: number, stored: StoredRule): CompiledRule {
    let compiled = this.compiled.get(slot);
    if (compiled === undefined) {
      compiled = compileRule(stored, this.resources);
      this.compiled.set(slot, compiled);
    }
    return compiled;
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
      for (const kind of NAME_KINDS) for (const name of facts.namesOf(kind)) for (const slot of this.foundIn(name)) meet(slot);
      this.names.search(betweenEdges([...accounts(facts.work)]), meet);
    }
    if (this.texts.count > 0) {
      for (const field of TEXTS) {
        const words = facts.wordsOf(field);
        if (words !== null) this.texts.search(words.folded, meet);
      }
    }
  }

  /** Works of one page share most of their names, so what is found in a name is kept with it. */
  private foundIn(name: Name): readonly number[] {
    let slots = this.found.get(name);
    if (slots === undefined) {
      const all: number[] = [];
      this.names.search(name.edged, (slot) => all.push(slot));
      slots = all.length === 0 ? NOTHING : all;
      this.found.set(name, slots);
    }
    return slots;
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
    return drawer === 'keys' ? this.keys.size(hashOf(text)) : this[drawer].crowd(text);
  };

  private file({ drawer, text, also }: Filing, slot: number): void {
    if (drawer === 'keys') return this.fileKey(text, slot);
    this[drawer].file(text, slot, also);
    this.staleNames ||= drawer === 'names';
  }

  private fileKey(key: string, slot: number): void {
    this.usesThemes ||= key.startsWith(THEME_KEY);
    this.keys.add(hashOf(key), slot);
  }

  private slotOf(rule: Pick<StoredRule, 'id' | 'list'>): number | undefined {
    if (this.slots === null) {
      this.slots = new Chains(this.rules.length);
      for (const [slot, one] of this.rules.entries()) if (one !== null) this.slots.add(sampleOf(one.id), slot);
    }
    for (let at = this.slots.first(sampleOf(rule.id)); at >= 0; at = this.slots.next(at)) {
      const slot = this.slots.value(at);
      const one = this.rules[slot];
      if (one !== null && one !== undefined && one.id === rule.id && this.owner(one) === this.owner(rule)) return slot;
    }
    return undefined;
  }

  /** The reader's own rules are one for each identity, in whatever list; each subscription has its own. */
  private owner({ list = DEFAULT_LIST }: Pick<StoredRule, 'list'>): string | null {
    return this.lists.get(list)?.subscription === true ? list : null;
  }
}

/** A hash of some sixteen characters of a text: enough to tell identities apart, and they are compared anyway. */
function sampleOf(text: string): number {
  let hash = text.length;
  for (let i = 0, step = 1 + (text.length >> 4); i < text.length; i += step) hash = (Math.imul(hash, BASE) + text.charCodeAt(i)) | 0;
  return hash;
}

const people = (work: Work) => [...work.creators, ...(work.bookmark?.bookmarker == null ? [] : [work.bookmark.bookmarker])];
const accounts = (work: Work): Set<string> => new Set(people(work).flatMap(accountsOf));
const numbers = (work: Work): Set<string> => new Set([...work.creatorIds, ...people(work).flatMap(({ id }) => id ?? [])]);
