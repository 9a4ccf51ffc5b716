import type { StoredRule } from '../../src/rules/rule';
import { parseRule } from '../../src/rules/text/parse';
import { toStored } from '../../src/rules/text/print';
import { emptyWork, type Work } from '../../src/domain/work';
import { seeded } from '../seeded';

/* Made-up readers' lists and listings, from a seed, so that every run measures the same. */

const WORDS =
  'alternate universe canon divergence compliant hurt comfort angst fluff slow burn enemies friends lovers modern setting high school college royalty magic soulmates time travel fix it ending happy sad character death study family found feels domestic kid pregnant past implied referenced abuse violence blood injury recovery trauma panic attacks mental health self harm suicide attempt drug use alcohol mild sexual content explicit tension first kiss second chance fake dating marriage arranged coffee shop bakery wolf vampire demon angel dragon hunter knight prince princess war battle space ship pirate school teacher student nurse doctor hospital prison crime detective mystery mutual pining unresolved jealousy betrayal secret identity reveal grief mourning memory loss sick fever sleep dreams nightmares cuddling sharing bed only one winter summer holiday christmas birthday party dancing music band road trip cat dog pet animal texting chat social media crack humor satire poetry letters diary point view outsider third person present tense experimental style one shot drabble series finale missing scene post episode rewrite fusion crossover reader insert original male female nonbinary trans disabled autistic author notes tags will be added no beta we die like'.split(
    ' ',
  );
const SYLLABLES =
  'ka to mi ra shi no el an dor wen ly sa ger mon tis var ben il ze qu or thy mar lo gan fi ni da re su ke ha ru os ver ion bel cas pa tri ck al ex'.split(' ');

interface Scene {
  fandoms: string[];
  characters: string[];
  relationships: string[];
  freeforms: string[];
}

/** Names of the world that rules and works share. */
export class World {
  private readonly random: () => number;

  constructor(seed: number) {
    this.random = seeded(seed);
  }

  below(limit: number): number {
    return Math.floor(this.random() * limit);
  }

  chance(part: number): boolean {
    return this.random() < part;
  }

  pick<T>(some: readonly T[]): T {
    return some[this.below(some.length)] as T;
  }

  private word(): string {
    return this.pick(WORDS);
  }

  private syllables(): string {
    const name = Array.from({ length: 2 + this.below(3) }, () => this.pick(SYLLABLES)).join('');
    return (name[0] ?? '').toUpperCase() + name.slice(1);
  }

  /** Tags of everyday words are on every page; rules in a list so long are about rarer things. */
  freeform(rare = false): string {
    const words = Array.from({ length: (rare ? 2 : 1) + this.below(4) }, () => this.word());
    if (rare || this.chance(0.4)) words.push(this.syllables());
    return words.map((word) => (word[0] ?? '').toUpperCase() + word.slice(1)).join(this.chance(0.9) ? ' ' : '/');
  }

  character(): string {
    return `${this.syllables()} ${this.syllables()}${this.chance(0.05) ? ' | ' + this.syllables() : ''}`;
  }

  relationship(): string {
    return `${this.character()}${this.chance(0.8) ? '/' : ' & '}${this.character()}`;
  }

  fandom(): string {
    return `${this.syllables()} ${this.word()}${this.chance(0.3) ? ' (TV)' : ''}`;
  }

  login(): string {
    return `${this.syllables()}_${this.below(1000)}`;
  }

  sentence(): string {
    return Array.from({ length: 60 + this.below(60) }, () => (this.chance(0.15) ? this.syllables() : this.word())).join(' ') + '.';
  }

  /** What the works of one listing draw on: a fandom or two, its cast, its ships, the tags of the season. */
  scene(): Scene {
    const some = (count: number, make: () => string): string[] => Array.from({ length: count }, make);
    return {
      fandoms: some(4, () => this.fandom()),
      characters: some(40, () => this.character()),
      relationships: some(40, () => this.relationship()),
      freeforms: some(120, () => this.freeform()),
    };
  }

  work(id: number, scene: Scene): Work {
    // The first of a scene are the popular ones.
    const drawn = (names: readonly string[]): string => names[Math.min(this.below(names.length), this.below(names.length))] ?? '';
    const many = (least: number, spread: number, names: readonly string[], make: () => string): string[] => [
      ...new Set(Array.from({ length: least + this.below(spread) }, () => (this.chance(0.75) ? drawn(names) : make()))),
    ];
    const login = this.login();
    return {
      ...emptyWork('work'),
      subject: 'work',
      id: String(id),
      url: `https://archiveofourown.org/works/${id}`,
      title: this.freeform(),
      creators: [{ name: login, login, pseud: login, id: null }],
      creatorIds: [String(this.below(1e7))],
      fandoms: many(1, 3, scene.fandoms, () => this.fandom()),
      ratings: [this.pick(['general', 'teen', 'mature', 'explicit', 'not-rated'] as const)],
      warnings: [this.pick(['none', 'cntw', 'violence', 'death'] as const)],
      categories: [this.pick(['mm', 'fm', 'ff', 'gen'] as const)],
      complete: this.chance(0.6),
      relationships: many(1, 5, scene.relationships, () => this.relationship()),
      characters: many(2, 7, scene.characters, () => this.character()),
      freeforms: many(4, 14, scene.freeforms, () => this.freeform()),
      summary: this.sentence(),
      language: 'en',
      languageName: 'English',
      words: 500 + this.below(100_000),
      chapters: { posted: 1 + this.below(20), planned: null },
      kudos: this.below(5000),
      hits: 100 + this.below(90_000),
      published: '2024-02-03',
      updated: '2025-05-06',
    };
  }

  /** One line of a list: 70 % exact names, 20 % wildcards, 5 % words of texts, 3 % conditions, 2 % expressions. */
  rule(): string {
    const kind = this.below(100);
    if (kind < 70) return this.exactRule();
    if (kind < 90) return this.wildcardRule();
    if (kind < 95) return `fold ${this.chance(0.5) ? 'title' : 'summary'}: "${this.word()} ${this.syllables()}"`;
    if (kind < 98) return this.conditionRule();
    return `fold freeform: /\\b${this.word()}.{0,10}${this.syllables()}s?\\b/`;
  }

  private exactRule(): string {
    const kind = this.below(10);
    if (kind < 5) return `fold ${this.chance(0.5) ? 'tag' : 'freeform'}: "${this.freeform(true)}"`;
    if (kind < 7) return `hide relationship: "${this.relationship()}"`;
    if (kind < 8) return `fold character: "${this.character()}"`;
    if (kind < 9) return `fold fandom: "${this.fandom()}"`;
    return `hide creator: "${this.login()}"`;
  }

  private wildcardRule(): string {
    const kind = this.below(4);
    if (kind === 0) return `fold relationship: "${this.character()}/*"`;
    if (kind === 1) return `fold freeform: "${this.freeform(true)} ${this.syllables()}*"`;
    if (kind === 2) return `fold tag: "*${this.syllables()} ${this.word()}*"`;
    return `hide character: "${this.syllables()} ${this.syllables()}*"`;
  }

  private conditionRule(): string {
    const first = this.pick([
      `creator: anonymous and words: <${this.below(5000)}`,
      `freeform: "${this.freeform(true)}" and rating: explicit`,
      `relationship: "${this.relationship()}" and complete: no`,
    ]);
    return `fold ${first} unless fandom: "${this.fandom()}"`;
  }
}

/** Different rules as storage holds them. */
export function sampleRules(count: number, seed = 7): StoredRule[] {
  const world = new World(seed);
  const rules = new Map<string, StoredRule>();
  while (rules.size < count) {
    const parsed = parseRule(world.rule());
    if (!parsed.ok) throw new Error(`the sample has an unreadable rule: ${parsed.error.code} ${parsed.error.found}`);
    rules.set(parsed.rule.id, toStored(parsed.rule));
  }
  return [...rules.values()];
}

/** Listings of twenty works. About a fifth of the works carries a name that a rule of the list is about. */
export function samplePages(count: number, rules: readonly StoredRule[], seed = 11): Work[][] {
  const world = new World(seed);
  const names = rules.flatMap((rule) => /^(?:tag|freeform): "([^"*]+)"$/.exec(rule.id)?.[1] ?? []);
  return Array.from({ length: count }, (_, page) => {
    const scene = world.scene();
    return Array.from({ length: 20 }, (_, index) => {
      const work = world.work(1_000_000 + page * 20 + index, scene);
      if (names.length > 0 && world.chance(0.2)) work.freeforms.push(world.pick(names));
      return work;
    });
  });
}
