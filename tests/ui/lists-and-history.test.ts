// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { get, press, settle, submit, type, words } from './screen';
import { useStage } from './stage';

describe('the options', () => {
  const stage = useStage();

  const open = (hash = ''): Promise<void> => stage.options(hash);

  it('show the reader’s own list even when nothing was ever set on it, and lists that only rules name', async () => {
    stage.background.lists = [];
    stage.background.rules = [{ id: 'tag: "Tea"', list: 'squicks', action: 'hide' }];
    await open('#/lists');
    expect([...document.querySelectorAll('h2')].map((one) => one.textContent)).toEqual(['My rules', 'squicks']);
    expect(words()).toContain('0 rules');
    expect(words()).toContain('1 rule');
  });

  it('add a list under an identity that a line can say', async () => {
    await open('#/lists');
    await type(get('text', 'New list'), 'Très triste!');
    await submit(get('text', 'New list'));
    expect(stage.background.lists.at(-1)).toEqual({ id: 'tres-triste', name: 'Très triste!', on: true });
    expect(get('heading', 'Très triste!')).toBeTruthy();
  });

  it('switch a list off, and take that back', async () => {
    await open('#/lists');
    await press(get('switch', 'Use My rules'));
    expect(stage.background.lists).toMatchObject([{ id: 'mine', on: false }]);
    await press(get('button', 'Undo'));
    expect(stage.background.lists).toMatchObject([{ id: 'mine', on: true }]);
  });

  it('name a list anew when its field is left', async () => {
    await open('#/lists');
    const name = get<HTMLInputElement>('text', 'Name');
    await type(name, 'Triggers');
    expect(stage.background.lists[0]?.name).toBe('');
    name.dispatchEvent(new Event('blur'));
    await settle();
    expect(stage.background.lists[0]?.name).toBe('Triggers');
  });

  it('remove a list with its rules, but never the first one', async () => {
    stage.background.lists = [...stage.background.lists, { id: 'squicks', name: 'Squicks', on: true }];
    stage.background.rules = [{ id: 'tag: "Tea"', list: 'squicks' }];
    await open('#/lists');
    expect(document.querySelectorAll('.button-danger')).toHaveLength(1);
    await press(get('button', 'Remove the list'));
    expect(stage.background.lists.map(({ id }) => id)).toEqual(['mine']);
    expect(stage.background.rules).toEqual([]);
  });

  it('tell what was done and take any step back', async () => {
    stage.background.history = { steps: [{ token: '0', at: Date.UTC(2031, 0, 5, 12), label: 'import', changes: 3 }], copies: [], trash: [] };
    await open('#/history');
    expect(words()).toContain('Import');
    expect(words()).toContain('3 changes');
    await press(get('button', 'Details'));
    expect(words()).toContain('hide tag: "Tea"');
    expect(words()).toContain('“Word Vomit” is not about');
    expect(words()).not.toContain('theme-clean');
    await press(get('button', 'Take back'));
    expect(stage.background.sent).toContainEqual({ name: 'undo', body: { token: '0' } });
  });

  it('offer Undo again when taking back failed, as long as it is kept', async () => {
    await open('#/lists');
    await press(get('switch', 'Use My rules'));
    stage.background.refuse = { name: 'undo', code: 'no-answer' };
    await press(get('button', 'Undo'));
    expect(words()).toContain('did not answer');
    expect(stage.background.lists).toMatchObject([{ on: false }]);
    stage.background.refuse = { name: 'undo', code: 'gone' };
    await press(get('button', 'Undo'));
    expect(words()).toContain('That is no longer kept');
    expect(words()).not.toContain('Undo');
  });

  it('put a removed rule back, and go back to a copy', async () => {
    const rule = { id: 'tag: "Tea"' };
    stage.background.history = {
      steps: [],
      copies: [{ id: 'c1', at: Date.UTC(2031, 0, 5, 12), reason: 'daily', rules: 7 }],
      trash: [{ rule, day: 22_280, device: 'Phone' }],
    };
    await open('#/history');
    expect(words()).toContain('on Phone');
    await press(get('button', 'Put back'));
    expect(stage.background.sent).toContainEqual({ name: 'change-rules', body: { changes: [{ rule, was: rule }] } });
    await press(get('button', 'Compare with now'));
    expect(words()).toContain('Would go: hide tag: "Tea"');
    await press(get('button', 'Bring back what is missing'));
    expect(stage.background.sent).toContainEqual({ name: 'restore-copy', body: { copy: 'c1', how: 'missing' } });
  });
});
