import { describe, expect, it } from 'vitest';
import type { Reason } from '../../src/domain/verdict';
import { reasonText } from '../../src/page/reason';
import { fakeExtension } from '../fake-extension';

const reason = (over: Partial<Reason>): Reason => ({ rule: 'theme: non-consent', list: 'mine', listName: 'My rules', words: [], reveal: 'full', ...over });
const said = (over: Partial<Reason>): string => {
  fakeExtension(() => null);
  return reasonText({ action: 'fold', reasons: [reason(over)] });
};
const themes: Reason['themes'] = [{ theme: 'non-consent', level: 'referenced', words: ['Past Rape/Non-con'] }];

describe('the reason on a fold', () => {
  it('names theme, level and tags', () => {
    expect(said({ themes })).toBe('Folded: Non-consent (referenced): “Past Rape/Non-con”');
    expect(said({ themes: [{ theme: 'suicide', level: 'present', words: ['A', 'B', 'C', 'D', 'E'] }] })).toBe('Folded: Suicide: “A”, “B”, “C” and 2 more');
  });

  it('names a theme beside the other words of the rule', () => {
    expect(said({ themes, words: ['Angst'] })).toBe('Folded: Non-consent (referenced): “Past Rape/Non-con”, Angst');
  });

  it('keeps quiet about a theme where the rule asks for that', () => {
    expect(said({ themes, reveal: 'none' })).toBe('Folded');
    expect(said({ themes, reveal: 'list' })).toBe('Folded: My rules');
    expect(said({ themes, note: 'not today' })).toBe('Folded: not today');
  });
});
