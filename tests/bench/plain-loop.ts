import type { Work } from '../../src/domain/work';
import type { StoredRule } from '../../src/rules/rule';

/*
 * What today's blockers do, for comparison: every entry of the list is held against every tag of every work, in
 * lower case; wildcards as expressions that are made once. Conditions beyond the first are left out, in its favour.
 */

interface Entry {
  text: string;
  regex: RegExp | null;
  inText: boolean;
}

export function plainLoop(rules: readonly StoredRule[]): (works: readonly Work[]) => number {
  const entries = rules.map(entryOf);
  return (works) => works.filter((work) => isBlocked(work, entries)).length;
}

function entryOf({ id }: StoredRule): Entry {
  const [, field = '', quoted, source] = /^([\w-]+): (?:"([^"]*)"|\/(.*)\/)/.exec(id) ?? [];
  const text = (quoted ?? '').toLowerCase();
  const regex = source !== undefined ? new RegExp(source, 'i') : text.includes('*') ? new RegExp(`^${text.split('*').map(escape).join('.*')}$`) : null;
  return { text, regex, inText: field === 'title' || field === 'summary' };
}

const escape = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');

function isBlocked(work: Work, entries: readonly Entry[]): boolean {
  const names = [...work.fandoms, ...work.relationships, ...work.characters, ...work.freeforms, ...work.creators.map((creator) => creator.name)].map((name) =>
    name.toLowerCase(),
  );
  const text = `${work.title} ${work.summary}`.toLowerCase();
  let blocked = false;
  for (const entry of entries) {
    if (entry.inText) blocked = text.includes(entry.text) || blocked;
    else for (const name of names) if (entry.regex === null ? entry.text === name : entry.regex.test(name)) blocked = true;
  }
  return blocked;
}
