import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { browserWith, startBackground, type Background } from './stage';

const rule = { id: 'freeform: "Angst"', action: 'hide' as const };

describe('two windows that edit at once', () => {
  let background: Background;
  const rules = async (): Promise<object[]> => (await background.get('get-rules')).rules;

  beforeEach(async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    await browserWith({});
    background = await startBackground();
    await background.get('import-rules', { rules: [rule], lists: [{ id: 'l', name: 'L', on: true }], lines: [] });
  });
  afterEach(() => vi.useRealTimers());

  it('store every edit of both, in one order, each to be taken back by itself', async () => {
    const made = await Promise.all(
      Array.from({ length: 20 }, (_, n) => background.get('add-rules', { text: `fold freeform: "${n % 2 === 0 ? 'One' : 'Other'} ${n}"` })),
    );
    expect(await rules()).toHaveLength(21);
    expect(new Set(made.map(({ revision }) => revision)).size).toBe(20);
    await Promise.all(made.slice(0, 10).map(({ undo }) => background.get('undo', { token: undo })));
    expect(await rules()).toHaveLength(11);
    expect((await (await startBackground()).get('get-rules')).rules).toHaveLength(11);
  });

  it('keep both edits of one rule that change different things of it', async () => {
    await Promise.all([
      background.get('change-rules', { changes: [{ rule: { ...rule, note: 'of one' }, was: rule }] }),
      background.get('change-rules', { changes: [{ rule: { ...rule, action: 'fold' }, was: rule }] }),
    ]);
    expect(await rules()).toEqual([{ ...rule, note: 'of one', action: 'fold' }]);
  });

  it('keep what one switches while the other writes other conditions', async () => {
    await Promise.all([
      background.get('change-rules', { changes: [{ rule: { ...rule, off: true }, was: rule }] }),
      background.get('change-rules', { changes: [{ rule: { ...rule, id: 'freeform: "Fluff"' }, was: rule }] }),
    ]);
    expect(await rules()).toEqual([{ ...rule, id: 'freeform: "Fluff"', off: true }]);
  });

  it('keep what one adds to a list while the other saves its text', async () => {
    const was = (await background.get('export-rules', { list: 'mine' })).text;
    await background.get('add-rules', { text: 'fold freeform: Meanwhile' });
    await background.get('replace-list', { list: 'mine', text: `${was}\nfold freeform: Written`, was });
    expect((await rules()).map((one) => (one as { id: string }).id).sort()).toEqual(['freeform: "Angst"', 'freeform: "Meanwhile"', 'freeform: "Written"']);
  });

  it('of an old and a new background over the same storage lose nothing either', async () => {
    const newer = await startBackground();
    await background.get('add-rules', { text: 'fold freeform: "By the old one"' });
    await newer.get('add-rules', { text: 'fold freeform: "By the new one"' });
    await background.get('add-rules', { text: 'fold freeform: "By the old one again"' });
    expect((await (await startBackground()).get('get-rules')).rules).toHaveLength(4);
  });
});
