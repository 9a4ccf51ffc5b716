import type { CharSet } from './syntax';
import { WORD_CLASS } from './syntax';
import type { Program } from './program';

/*
 * Runs an expression over a text once, from left to right, standing at all its places at the same time; so the
 * time is linear in the text whatever the expression. Sets of places that come up are remembered with where each
 * kind of character leads (a DFA made as it is needed), so that most characters cost one look-up.
 */

/** Steps that are left; one is about 10 ns. */
export interface Steps {
  steps: number;
}

/** The steps ran out before the text did. */
export class OutOfSteps extends Error {
  override name = 'OutOfSteps';
}

/** A set of places, and what came before them. */
interface State {
  places: readonly number[];
  /** The character before is a letter or the like; null at the start of the text. */
  afterWord: boolean | null;
  /** Next state by kind of character; `FOUND` when the expression matches before that character. */
  next: (State | typeof FOUND | undefined)[];
}

const FOUND = 'found';

/** Kind of the end of the text. */
const END_KIND = 0;

/** Remembered states at most; when there are more all are forgotten. A few kB each. */
const MOST_STATES = 200;

const isWord = new RegExp(`^${WORD_CLASS}$`, 'u');

/** Tells in which sets a character is. */
class Alphabet {
  /** Kind by character; characters in the same sets are of one kind. */
  private readonly kinds = new Map<number, number>();
  private readonly ascii = new Int32Array(128).fill(-1);
  private readonly numbers = new Map<string, number>();
  readonly members: { sets: readonly boolean[]; word: boolean }[] = [{ sets: [], word: false }];
  private readonly tests: ((character: string) => boolean)[];

  constructor(sets: readonly CharSet[], caseSensitive: boolean) {
    this.tests = sets.map((set) => testOf(set, caseSensitive));
  }

  kindOf(point: number, budget: Steps): number {
    const known = point < 128 ? this.ascii[point] : this.kinds.get(point);
    if (known !== undefined && known >= 0) return known;
    budget.steps -= 60 + 10 * this.tests.length;
    const character = String.fromCodePoint(point);
    const sets = this.tests.map((test) => test(character));
    const word = isWord.test(character);
    const key = `${word ? 'w' : '-'}${sets.map((member) => (member ? '1' : '0')).join('')}`;
    let kind = this.numbers.get(key);
    if (kind === undefined) {
      kind = this.members.push({ sets, word }) - 1;
      this.numbers.set(key, kind);
    }
    if (point < 128) this.ascii[point] = kind;
    else {
      if (this.kinds.size > 5000) this.kinds.clear();
      this.kinds.set(point, kind);
    }
    return kind;
  }
}

function testOf(set: CharSet, caseSensitive: boolean): (character: string) => boolean {
  if ('source' in set) {
    const native = new RegExp(`^${set.source}$`, caseSensitive ? 'u' : 'iu');
    return (character) => native.test(character);
  }
  if (caseSensitive) return (character) => character === set.literal;
  const native = new RegExp(`^${set.literal.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')}$`, 'iu');
  return (character) => native.test(character);
}

export class Matcher {
  private readonly alphabet: Alphabet;
  private states = new Map<string, State>();

  constructor(
    private readonly program: Program,
    caseSensitive: boolean,
  ) {
    this.alphabet = new Alphabet(program.sets, caseSensitive);
  }

  /**
   * Where the first match ends, or -1; of all matches the one that ends first. Takes its steps from the budget.
   * @throws OutOfSteps
   */
  endOfMatch(text: string, budget: Steps): number {
    let state = this.stateOf([0], null);
    for (let at = 0; ;) {
      if (budget.steps <= 0) throw new OutOfSteps();
      const point = at < text.length ? (text.codePointAt(at) ?? 0) : -1;
      const kind = point < 0 ? END_KIND : this.alphabet.kindOf(point, budget);
      budget.steps--;
      const next = state.next[kind] ?? this.advance(state, kind, budget);
      if (next === FOUND) return at;
      if (point < 0) return -1;
      state = next;
      at += point > 0xffff ? 2 : 1;
    }
  }

  /** Where one character leads; remembered. */
  private advance(state: State, kind: number, budget: Steps): State | typeof FOUND {
    const { instructions } = this.program;
    const member = this.alphabet.members[kind];
    const places = this.standing(state, kind, budget);
    if (places === FOUND) return (state.next[kind] = FOUND);
    const next: number[] = [];
    for (const place of places) {
      const instruction = instructions[place];
      if (instruction?.op === 'set' && member?.sets[instruction.set] === true) next.push(place + 1);
    }
    // A match may begin at every character.
    next.push(0);
    const found = this.stateOf(
      [...new Set(next)].sort((a, b) => a - b),
      member?.word ?? false,
    );
    budget.steps -= 10 + 4 * next.length;
    state.next[kind] = found;
    return found;
  }

  /** All places reached from a state without a character, given which kind of character comes next. */
  private standing(state: State, kind: number, budget: Steps): number[] | typeof FOUND {
    const { instructions } = this.program;
    const nextWord = kind !== END_KIND && this.alphabet.members[kind]?.word === true;
    const reached = new Set<number>();
    const open = [...state.places];
    for (let place = open.pop(); place !== undefined; place = open.pop()) {
      if (reached.has(place)) continue;
      reached.add(place);
      budget.steps -= 5;
      const instruction = instructions[place];
      if (instruction?.op === 'match') return FOUND;
      if (instruction?.op === 'fork') open.push(...instruction.to);
      else if (instruction?.op === 'edge' && isEdge(instruction.edge, state.afterWord, kind === END_KIND, nextWord)) open.push(place + 1);
    }
    return [...reached];
  }

  private stateOf(places: readonly number[], afterWord: boolean | null): State {
    const key = `${afterWord} ${places.join(' ')}`;
    let state = this.states.get(key);
    if (state === undefined) {
      // The state in hand keeps its own links; forgetting the others lets the rest go.
      if (this.states.size >= MOST_STATES) this.states = new Map();
      state = { places, afterWord, next: [] };
      this.states.set(key, state);
    }
    return state;
  }
}

function isEdge(edge: string, afterWord: boolean | null, atEnd: boolean, beforeWord: boolean): boolean {
  if (edge === 'start') return afterWord === null;
  if (edge === 'end') return atEnd;
  return ((afterWord === true) !== beforeWord) === (edge === 'word');
}
