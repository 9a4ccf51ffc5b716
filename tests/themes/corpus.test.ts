import { describe, expect, it } from 'vitest';
import { THEMES } from '../../src/rules/themes/recognise';
import { readCorpus, scoreOf, type Part } from './corpus';

const parts: Part[] = ['build', 'held-out'];

describe.each(parts)('the %s part of the corpus', (part) => {
  const corpus = readCorpus(part);
  const { overall, byTheme, faults } = scoreOf(corpus);

  it('is recognised with a precision of 0.97 and a recall of 0.95', () => {
    expect(overall.precision, faults.join('\n')).toBeGreaterThanOrEqual(0.97);
    expect(overall.recall, faults.join('\n')).toBeGreaterThanOrEqual(0.95);
  });

  it.each(THEMES)('is recognised in 9 of 10 tags about %s, and 9 of 10 answers are right', (theme) => {
    const tally = byTheme.get(theme)!;
    expect(tally.precision).toBeGreaterThanOrEqual(0.9);
    expect(tally.recall).toBeGreaterThanOrEqual(0.9);
  });

  it('stays quiet about what a tag denies', () => {
    expect(overall.quietOnNegated / overall.negated).toBeGreaterThanOrEqual(0.95);
  });

  it('labels each tag once', () => {
    const keys = corpus.map(({ tag, kind }) => `${kind} ${tag.toLowerCase()}`);
    expect(keys.filter((key, i) => keys.indexOf(key) !== i)).toEqual([]);
  });
});

describe('the corpus', () => {
  const all = parts.flatMap(readCorpus);

  it('has at least 2,500 tags, 800 of them held out, and two in five clean', () => {
    expect(all.length).toBeGreaterThanOrEqual(2500);
    expect(readCorpus('held-out').length).toBeGreaterThanOrEqual(800);
    expect(all.filter(({ themes }) => themes.size === 0).length / all.length).toBeGreaterThanOrEqual(0.4);
  });

  it.each(THEMES)('has at least 40 tags about %s, 15 of them held out', (theme) => {
    const about = (part: Part): number => readCorpus(part).filter(({ themes }) => ['present', 'referenced'].includes(themes.get(theme) ?? '')).length;
    expect(about('held-out')).toBeGreaterThanOrEqual(15);
    expect(about('build') + about('held-out')).toBeGreaterThanOrEqual(40);
  });

  it('does not measure on tags that it was built with', () => {
    const built = new Set(readCorpus('build').map(({ tag, kind }) => `${kind} ${tag.toLowerCase()}`));
    const shared = readCorpus('held-out').filter(({ tag, kind }) => built.has(`${kind} ${tag.toLowerCase()}`));
    expect(shared.map(({ tag }) => tag)).toEqual([]);
  });
});
