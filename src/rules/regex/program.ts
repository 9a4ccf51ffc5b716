import { BadRegex, type CharSet, type Edge, type Node } from './syntax';

/**
 * An expression as a list of instructions, each a place where a match may stand. `set` goes on to the next place
 * when the character is in the set; `fork` stands at both targets at once; `edge` stands at the next place when
 * the text has such an edge here.
 */
export type Instruction = { op: 'set'; set: number } | { op: 'edge'; edge: Edge } | { op: 'fork'; to: readonly number[] } | { op: 'match' };

export interface Program {
  instructions: readonly Instruction[];
  /** The sets that instructions refer to by number. */
  sets: readonly CharSet[];
}

/**
 * Places in an expression at most. The work for one character of the text is bounded by it, whatever the
 * expression: `(x{1,1000}){1,1000}` would have a million and is refused.
 */
const MOST_PLACES = 1000;

/** @throws BadRegex when the expression has too many places; reckons them without making them */
export function checkSize(node: Node): void {
  if (placesOf(node) >= MOST_PLACES) throw new BadRegex('regex_too_large', 0);
}

/** Places of a part, and never less than one, so that repeats of nothing are counted as well. */
function placesOf(node: Node): number {
  switch (node.type) {
    case 'list':
      return node.items.reduce((sum, item) => sum + placesOf(item), 1);
    case 'choice':
      return node.items.reduce((sum, item) => sum + 1 + placesOf(item), 1);
    case 'repeat': {
      const times = node.most === Infinity ? node.least + 1 : node.most;
      return 2 + times * (1 + placesOf(node.item));
    }
    default:
      return 1;
  }
}

/** The program of an expression whose size was checked. */
export function makeProgram(node: Node): Program {
  const writer = new Writer();
  writer.write(node);
  return writer.end();
}

class Writer {
  private readonly instructions: Instruction[] = [];
  private readonly sets: CharSet[] = [];
  private readonly numbers = new Map<string, number>();

  write(part: Node): void {
    switch (part.type) {
      case 'empty':
        return;
      case 'set':
        this.instructions.push({ op: 'set', set: this.numberOf(part.set) });
        return;
      case 'edge':
        this.instructions.push({ op: 'edge', edge: part.edge });
        return;
      case 'list':
        for (const item of part.items) this.write(item);
        return;
      case 'choice':
        this.writeChoice(part.items);
        return;
      case 'repeat':
        for (let i = 0; i < part.least; i++) this.write(part.item);
        if (part.most === Infinity) this.writeLoop(part.item);
        else this.writeOptional(part.item, part.most - part.least);
    }
  }

  end(): Program {
    this.instructions.push({ op: 'match' });
    return { instructions: this.instructions, sets: this.sets };
  }

  private get here(): number {
    return this.instructions.length;
  }

  /** @returns the targets, to be filled when they are known */
  private fork(...to: number[]): number[] {
    this.instructions.push({ op: 'fork', to });
    return to;
  }

  private numberOf(set: CharSet): number {
    const key = JSON.stringify(set);
    const known = this.numbers.get(key) ?? this.sets.push(set) - 1;
    this.numbers.set(key, known);
    return known;
  }

  private writeChoice(items: readonly Node[]): void {
    const branches = this.fork();
    const exits = items.map((item) => {
      branches.push(this.here);
      this.write(item);
      return this.fork();
    });
    for (const exit of exits) exit.push(this.here);
  }

  /** Any number of times, also none. */
  private writeLoop(item: Node): void {
    const start = this.here;
    const branches = this.fork(start + 1);
    this.write(item);
    this.fork(start);
    branches.push(this.here);
  }

  /** Up to so many times. */
  private writeOptional(item: Node, most: number): void {
    const skips: number[][] = [];
    for (let i = 0; i < most; i++) {
      skips.push(this.fork(this.here + 1));
      this.write(item);
    }
    for (const to of skips) to.push(this.here);
  }
}
