import { foldName } from '../../domain/fold-name';
import { send } from '../../messages/send';
import type { RulesAnswer } from '../../messages/table';
import type { Work } from '../../domain/work';
import type { Explanation } from '../../rules/explain';
import type { JudgeContext } from '../../rules/facts';
import type { Finding } from '../../rules/health';
import { statedWords } from '../rule/value-words';

/** The reader's rules, ready to be asked about: what pages ask the background, with reasons for everything. */
export interface Engine {
  explain(work: Work, context: JudgeContext): Explanation;
  /** Stops again and again, and tells how far it is, from 0 to 1. */
  health(now: number): Generator<number, Finding[]>;
}

/** Makes the rules of an answer ready. The engine is a chunk of its own, which is loaded when somebody asks. */
export async function loadEngine({ rules, lists }: Pick<RulesAnswer, 'rules' | 'lists'>): Promise<Engine> {
  const [{ compileRules }, { explain }, { checkHealthInSlices }, { recogniseThemes }, { correctionsOf }, { meaningOf, readKnownTags }, said, counts, tags] =
    await Promise.all([
      import('../../rules/compile'),
      import('../../rules/explain'),
      import('../../rules/health'),
      import('../../rules/themes/recognise'),
      import('../../rules/themes/corrections'),
      import('../../rules/known-tags'),
      send('get-corrections', {}),
      send('get-rule-facts', {}),
      send('get-known-tags', {}),
    ]);
  const corrections = correctionsOf(said.map(({ name, tag }) => [name, tag]));
  const lastMatches = new Map(Object.entries(counts.last));
  const learnt = readKnownTags(Object.fromEntries(tags.map(({ name, known }) => [foldName(name), known])));
  const set = compileRules(rules, lists, {
    synonyms: (name) => meaningOf(learnt, name),
    quote: statedWords,
    recogniseThemes: (work) => recogniseThemes(work, corrections),
  });
  return {
    explain: (work, context) => explain(set, work, context),
    health: (now) => checkHealthInSlices(set, now, { since: counts.since, lastMatch: ({ id }) => lastMatches.get(id) }),
  };
}
