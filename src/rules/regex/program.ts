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
  const instructions: Instruction[] = [];
  const sets: CharSet[] = [];
  const numbers = new Map<string, number>();
  const add = (instruction: Instruction): number => {
    return instructions.push(instruction) - 1;
  };
  const numberOf = (set: CharSet): number => {
    const key = JSON.stringify(set);
    const known = numbers.get(key) ?? sets.push(set) - 1;
    numbers.set(key, known);
    return known;
  };

  const emit = (part: Node): void => {
    switch (part.type) {
      case 'empty':
        return;
      case 'set':
        add({ op: 'set', set: numberOf(part.set) });
        return;
      case 'edge':
        add({ op: 'edge', edge: part.edge });
        return;
      case 'list':
        for (const item of part.items) emit(item);
        return;
      case 'choice':
        emitChoice(part.items);
        return;
      case 'repeat':
        emitRepeat(part.item, part.least, part.most);
    }
  };

  const emitChoice = (items: readonly Node[]): void => {
    const to: number[] = [];
    const fork = add({ op: 'fork', to });
    const exits: number[][] = [];
    for (const item of items) {
      to.push(instructions.length);
      emit(item);
      const exit: number[] = [];
      add({ op: 'fork', to: exit });
      exits.push(exit);
    }
    for (const exit of exits) exit.push(instructions.length);
    instructions[fork] = { op: 'fork', to };
  };

  const emitRepeat = (item: Node, least: number, most: number): void => {
    for (let i = 0; i < least; i++) emit(item);
    if (most === Infinity) {
      const to: number[] = [];
      const fork = add({ op: 'fork', to });
      to.push(instructions.length);
      emit(item);
      add({ op: 'fork', to: [fork] });
      to.push(instructions.length);
      return;
    }
    const skips: number[][] = [];
    for (let i = least; i < most; i++) {
      const to = [instructions.length + 1];
      add({ op: 'fork', to });
      skips.push(to);
      emit(item);
    }
    for (const to of skips) to.push(instructions.length);
  };

  emit(node);
  add({ op: 'match' });
  return { instructions, sets };
}
