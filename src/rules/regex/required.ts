import type { CharSet, Node } from './syntax';

/*
 * Finds letters that every match of an expression contains, so that rules with expressions can be looked up like
 * any other. Only runs of ASCII letters and digits count: folding keeps them together and changes but their case.
 */

/** What is known of a part: all texts it can match, when they are few and plain, and sets of texts of each of which any match has one. */
interface Known {
  exact: readonly string[] | null;
  required: readonly (readonly string[])[];
}

const PLAIN = /^[a-z\d]$/i;
const MOST_TEXTS = 16;
/** Sets that are kept, the most telling first. */
const MOST_SETS = 4;
/** One letter is in nearly every name. */
const SHORTEST = 2;

/** Sets of texts in lower case; of each set every match contains at least one. Empty when nothing useful is known. */
export function requiredTexts(node: Node): readonly (readonly string[])[] {
  const known = knownOf(node);
  return best([...known.required, ...usable(known.exact)]);
}

const usable = (texts: readonly string[] | null): (readonly string[])[] =>
  texts !== null && texts.length > 0 && texts.every((text) => text.length >= SHORTEST) ? [texts] : [];

const shortest = (texts: readonly string[]): number => texts.reduce((least, text) => Math.min(least, text.length), Infinity);

/** Longer texts are rarer; of equally long ones fewer are. */
function best(sets: readonly (readonly string[])[]): readonly (readonly string[])[] {
  if (sets.length < 2) return sets;
  return [...new Map(sets.map((set) => [set.join(), set])).values()].sort((a, b) => shortest(b) - shortest(a) || a.length - b.length).slice(0, MOST_SETS);
}

function knownOf(node: Node): Known {
  switch (node.type) {
    case 'empty':
    case 'edge':
      return { exact: [''], required: [] };
    case 'set':
      return { exact: plainCharacters(node.set), required: [] };
    case 'list':
      return knownOfList(node.items);
    case 'choice':
      return knownOfChoice(node.items);
    case 'repeat': {
      const item = knownOf(node.item);
      if (node.least === 1 && node.most === 1) return item;
      if (node.least === 0) return { exact: node.most === 1 && item.exact !== null ? few(['', ...item.exact]) : null, required: [] };
      return { exact: null, required: best([...item.required, ...usable(item.exact)]) };
    }
  }
}

function knownOfList(items: readonly Node[]): Known {
  let run: readonly string[] = [''];
  const required: (readonly string[])[] = [];
  let exact = true;
  for (const item of items) {
    // Most items are letters after letters.
    const letter = item.type === 'set' && 'literal' in item.set && PLAIN.test(item.set.literal) ? item.set.literal.toLowerCase() : null;
    if (letter !== null) {
      run = run.length === 1 ? [`${run[0]}${letter}`] : run.map((start) => start + letter);
      continue;
    }
    const known = knownOf(item);
    required.push(...known.required);
    const joined = known.exact === null ? null : few(run.flatMap((start) => (known.exact ?? []).map((end) => start + end)));
    if (joined !== null) {
      run = joined;
      continue;
    }
    exact = false;
    required.push(...usable(run));
    run = known.exact ?? [''];
  }
  if (!exact) required.push(...usable(run));
  return { exact: exact ? run : null, required: best(required) };
}

/** A match of a choice has one text of each branch's best set. */
function knownOfChoice(items: readonly Node[]): Known {
  const known = items.map(knownOf);
  const exact = known.every((one) => one.exact !== null) ? few(known.flatMap((one) => one.exact ?? [])) : null;
  const each = known.map((one) => best([...one.required, ...usable(one.exact)])[0]);
  const together = each.every((texts) => texts !== undefined) ? few(each.flatMap((texts) => texts ?? [])) : null;
  return { exact, required: together === null ? [] : [together] };
}

const few = (texts: readonly string[]): readonly string[] | null => {
  const different = [...new Set(texts)];
  return different.length <= MOST_TEXTS ? different : null;
};

/** The characters of a small set of ASCII letters and digits. */
function plainCharacters(set: CharSet): readonly string[] | null {
  if ('literal' in set) return PLAIN.test(set.literal) ? [set.literal.toLowerCase()] : null;
  const body = /^\[([a-z\d]{1,6})\]$/i.exec(set.source)?.[1];
  return body === undefined ? null : few([...body.toLowerCase()]);
}
