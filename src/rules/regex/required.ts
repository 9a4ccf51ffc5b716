import type { CharSet, Node } from './syntax';

/*
 * Finds letters that every match of an expression contains, so that rules with expressions can be looked up like
 * any other. Only runs of ASCII letters and digits count: folding keeps them together and changes but their case.
 */

/** What is known of a part: all texts it can match, when they are few and plain, and texts of which any match has one. */
interface Known {
  exact: readonly string[] | null;
  required: readonly string[] | null;
}

const MOST_TEXTS = 16;
/** One letter is in nearly every name. */
const SHORTEST = 2;

/** Texts of which every match contains at least one, in lower case; null when nothing useful is known. */
export function requiredTexts(node: Node): readonly string[] | null {
  const known = knownOf(node);
  return better(known.required, usable(known.exact));
}

const usable = (texts: readonly string[] | null): readonly string[] | null => (texts !== null && texts.length > 0 && texts.every((text) => text.length >= SHORTEST) ? texts : null);

const shortest = (texts: readonly string[]): number => texts.reduce((least, text) => Math.min(least, text.length), Infinity);

/** Longer texts are rarer; of equally long ones fewer are. */
function better(a: readonly string[] | null, b: readonly string[] | null): readonly string[] | null {
  if (a === null || b === null) return a ?? b;
  const difference = shortest(a) - shortest(b);
  return difference > 0 || (difference === 0 && a.length <= b.length) ? a : b;
}

function knownOf(node: Node): Known {
  switch (node.type) {
    case 'empty':
    case 'edge':
      return { exact: [''], required: null };
    case 'set':
      return { exact: plainCharacters(node.set), required: null };
    case 'list':
      return knownOfList(node.items);
    case 'choice':
      return knownOfChoice(node.items);
    case 'repeat': {
      const item = knownOf(node.item);
      if (node.least === 1 && node.most === 1) return item;
      if (node.least === 0) return { exact: node.most === 1 && item.exact !== null ? few(['', ...item.exact]) : null, required: null };
      return { exact: null, required: better(item.required, usable(item.exact)) };
    }
  }
}

function knownOfList(items: readonly Node[]): Known {
  let run: readonly string[] = [''];
  let required: readonly string[] | null = null;
  let exact = true;
  for (const item of items) {
    const known = knownOf(item);
    required = better(required, known.required);
    const joined = known.exact === null ? null : few(run.flatMap((start) => (known.exact ?? []).map((end) => start + end)));
    if (joined !== null) {
      run = joined;
      continue;
    }
    exact = false;
    required = better(required, usable(run));
    run = known.exact ?? [''];
  }
  return { exact: exact ? run : null, required: exact ? required : better(required, usable(run)) };
}

function knownOfChoice(items: readonly Node[]): Known {
  const known = items.map(knownOf);
  const exact = known.every((one) => one.exact !== null) ? few(known.flatMap((one) => one.exact ?? [])) : null;
  const each = known.map((one) => better(one.required, usable(one.exact)));
  return { exact, required: each.every((texts) => texts !== null) ? few(each.flatMap((texts) => texts ?? [])) : null };
}

const few = (texts: readonly string[]): readonly string[] | null => {
  const different = [...new Set(texts)];
  return different.length <= MOST_TEXTS ? different : null;
};

/** The characters of a small set of ASCII letters and digits. */
function plainCharacters(set: CharSet): readonly string[] | null {
  if ('literal' in set) return /^[a-z\d]$/i.test(set.literal) ? [set.literal.toLowerCase()] : null;
  const body = /^\[([a-z\d]{1,6})\]$/i.exec(set.source)?.[1];
  return body === undefined ? null : few([...body.toLowerCase()]);
}
