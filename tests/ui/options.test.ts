// @vitest-environment jsdom
import { describe, expect, it, onTestFinished } from 'vitest';
import { parseRule } from '../../src/rules/text/parse';
import type { ReadError } from '../../src/rules/text/read-error';
import { all, get, press, settle, submit, type, words } from './screen';
import { stored, useStage } from './stage';

function unreadable(text: string): { list: string; text: string; error: ReadError } {
  const read = parseRule(text);
  if (read.ok) throw new Error(`${text} can be read`);
  return { list: 'mine', text, error: read.error };
}

const sites = [
  { id: 'ao3', name: 'Archive of Our Own', origins: ['https://archiveofourown.org/*'] },
  { id: 'squidgeworld', name: 'SquidgeWorld', origins: ['https://squidgeworld.org/*'] },
];

describe('the options', () => {
  const stage = useStage();

  const open = (hash = ''): Promise<void> => stage.options(hash, sites);
  const rows = (): string[] => [...document.querySelectorAll('.rules > li')].map((row) => words(row));

  it('lists every rule as a sentence with its list', async () => {
    stage.background.lists = [...stage.background.lists, { id: 'squicks', name: 'Squicks', on: true }];
    stage.background.rules = [
      stored('hide relationship: */Reader unless fandom: "Teen Wolf (TV)"'),
      { ...stored('fold words: <1000'), list: 'squicks', note: 'too short' },
    ];
    await open();
    expect(rows()[0]).toContain('Hide Relationship: */Reader, unless Fandom: Teen Wolf (TV)');
    expect(rows()[1]).toContain('Fold Words: under 1,000');
    expect(rows()[1]).toContain('Squicks · too short');
    expect(words()).toContain('2 rules');
  });

  it('greets a reader without rules with what to do', async () => {
    await open();
    expect(words()).toContain('No rules yet');
  });

  it('adds a rule', async () => {
    await open();
    await type(get('text', 'Add a rule'), 'fold creator: astolat');
    await submit(get('text', 'Add a rule'));
    expect(rows()).toEqual([expect.stringContaining('Fold Creator: astolat')]);
  });

  it('finds rules by words of their text, note and action, without case and accents', async () => {
    stage.background.rules = [stored('hide tag: "Café"'), { ...stored('fold tag: "Tea"'), note: 'why not' }, stored('show tag: "Cake"')];
    await open();
    const search = get('text', 'Search');
    await type(search, 'cafe');
    expect(rows()).toEqual([expect.stringContaining('Café')]);
    expect(words()).toContain('1 rule found of 3');
    await type(search, 'WHY tea');
    expect(rows()).toEqual([expect.stringContaining('Tea')]);
    await type(search, 'show');
    expect(rows()).toEqual([expect.stringContaining('Cake')]);
    await type(search, 'nothing like it');
    expect(rows()).toEqual([]);
  });

  const follow = async (link: HTMLElement): Promise<void> => {
    location.hash = link.getAttribute('href') ?? '';
    dispatchEvent(new HashChangeEvent('hashchange'));
    await settle();
  };

  it('edits a rule as text, and takes the edit back', async () => {
    stage.background.rules = [stored('fold tag: "Tea"')];
    await open();
    await follow(get('link', 'Edit'));
    const field = get<HTMLInputElement>('text', 'Rule as text');
    expect(field.value).toBe('fold tag: Tea');
    await type(field, 'hide tag: "Green Tea"');
    await submit(field);
    await follow(get('link', 'Rules'));
    expect(rows()).toEqual([expect.stringContaining('Hide Tag: Green Tea')]);
    await press(get('button', 'Undo'));
    expect(rows()).toEqual([expect.stringContaining('Fold Tag: Tea')]);
  });

  it('leaves a rule as it was when editing is given up', async () => {
    stage.background.rules = [stored('fold tag: "Tea"')];
    await open();
    await follow(get('link', 'Edit'));
    await type(get('text', 'Rule as text'), 'hide tag: Cake');
    await press(get('button', 'Cancel'));
    await follow(get('link', 'Rules'));
    expect(rows()).toEqual([expect.stringContaining('Fold Tag: Tea')]);
    expect(stage.background.sent.some(({ name }) => name === 'change-rules')).toBe(false);
  });

  it('changes several rules at once, and takes that back at once', async () => {
    stage.background.rules = [stored('fold tag: "Tea"'), stored('fold tag: "Cake"'), stored('hide tag: "Pie"')];
    await open();
    await type(get('text', 'Search'), 'fold');
    await press(get('input[type=checkbox]' as 'text', 'Choose all'));
    expect(words()).toContain('2 chosen');
    await press(get('button', 'Switch off'));
    expect(stage.background.rules.map(({ off }) => off === true)).toEqual([true, true, false]);
    expect(words()).toContain('2 rules changed.');
    await press(get('button', 'Undo'));
    expect(stage.background.rules.map(({ off }) => off === true)).toEqual([false, false, false]);
  });

  it('holds only the rows near the window, and each row tells its place', async () => {
    // Nothing has a height where nothing is laid out.
    const height = Object.getOwnPropertyDescriptor(HTMLElement.prototype, 'offsetHeight') ?? {};
    Object.defineProperty(HTMLElement.prototype, 'offsetHeight', { configurable: true, get: () => 60 });
    onTestFinished(() => void Object.defineProperty(HTMLElement.prototype, 'offsetHeight', height));
    stage.background.rules = Array.from({ length: 5000 }, (_, index) => stored(`fold tag: "Tag ${index}"`));
    await open();
    const drawn = document.querySelectorAll('.rules > li');
    expect(drawn.length).toBeGreaterThan(5);
    expect(drawn.length).toBeLessThan(100);
    expect(drawn[2]?.getAttribute('aria-posinset')).toBe('3');
    expect(drawn[2]?.getAttribute('aria-setsize')).toBe('5000');
  });

  it('removes a rule, and takes that back with a button or the key', async () => {
    stage.background.rules = [stored('fold tag: "Tea"'), stored('fold tag: "Cake"')];
    await open();
    await press(get('button', 'Remove'));
    expect(rows()).toEqual([expect.stringContaining('Cake')]);
    dispatchEvent(new KeyboardEvent('keydown', { key: 'z', ctrlKey: true }));
    await settle();
    expect(rows()).toHaveLength(2);
  });

  it('goes on with the next rule when one is removed, so that nobody loses their place', async () => {
    stage.background.rules = [stored('fold tag: "Tea"'), stored('fold tag: "Cake"'), stored('fold tag: "Pie"')];
    await open();
    const [, second] = all('button', 'Remove');
    second?.focus();
    await press(second as HTMLElement);
    expect(document.activeElement?.closest('li')?.textContent).toContain('Pie');
    await press(document.activeElement as HTMLElement);
    expect(document.activeElement?.closest('li')?.textContent).toContain('Tea');
  });

  it('opens the rule that its address names', async () => {
    stage.background.rules = [stored('fold tag: "Tea"'), stored('fold tag: "Cake"')];
    await open(`#/rules/${encodeURIComponent(stage.background.rules[1]?.id ?? '')}`);
    expect(get<HTMLInputElement>('text', 'Rule as text').value).toContain('Cake');
  });

  it('goes on with the next line when one that cannot be read is removed', async () => {
    stage.background.lines = [unreadable('fold freform: Angst'), unreadable('fold tag:')];
    await open();
    const button = get('button', 'Remove');
    button.focus();
    await press(button);
    expect(document.activeElement?.textContent).toBe('Remove');
    expect(document.activeElement?.closest('li')?.textContent).toContain('fold tag:');
  });

  it('shows lines that cannot be read with their error, to put right or to remove', async () => {
    stage.background.lines = [unreadable('fold freform: Angst'), unreadable('fold tag:')];
    await open();
    expect(words()).toContain('2 lines cannot be read and do nothing');
    expect(words()).toContain('fold freform: Angst');
    await press(get('button', 'Use “freeform”'));
    await submit(get('text', 'Rule as text'));
    expect(rows()).toEqual([expect.stringContaining('Additional tag: Angst')]);
    expect(words()).toContain('1 line cannot be read and does nothing');
    await press(get('button', 'Remove'));
    expect(words()).not.toContain('cannot be read');
  });

  it('tells the reader of data that was set aside', async () => {
    stage.background.trouble = [{ code: 'unreadable-record', detail: '{"key":"rules"}' }];
    await open();
    expect(words()).toContain('1 part of your data could not be read and was set aside');
    expect(words()).toContain('unreadable-record');
  });

  it('switches archives and keeps that', async () => {
    await open('#/archives');
    await press(get('switch', 'SquidgeWorld'));
    expect(stage.background.settings.sitesOff).toEqual(['squidgeworld']);
    expect(get<HTMLInputElement>('switch', 'SquidgeWorld').checked).toBe(false);
    await press(get('switch', 'Keep works covered that were not checked'));
    expect(stage.background.settings.keepCovered).toBe(true);
    await press(get('switch', 'Leave my own works and bookmarks alone'));
    expect(stage.background.sent).toContainEqual({ name: 'set-setting', body: { name: 'exempt-own', value: false } });
    await press(get('switch', 'Leave my own works and bookmarks alone'));
    expect(stage.background.sent).toContainEqual({ name: 'set-setting', body: { name: 'exempt-own', value: null } });
  });

  const chooseFile = async (name: string, content: string): Promise<void> => {
    const input = document.querySelector('input[type=file]') as HTMLInputElement;
    Object.defineProperty(input, 'files', { configurable: true, value: [new File([content], name)] });
    input.dispatchEvent(new Event('change', { bubbles: true }));
    await settle();
  };

  it('shows what a file would bring before it is taken in', async () => {
    await open('#/import-export');
    await chooseFile('mine.txt', 'fold tag: "Tea"\n\nfold freform: X\n# cake\nhide tag: "Cake"');
    expect(words()).toContain('A Foldaway list: 2 rules');
    expect(document.querySelector('[role=group]')?.getAttribute('aria-label')).toBe('mine.txt');
    expect(words()).not.toContain('cannot be carried over');
    expect(words()).toContain('1 line cannot be read');
    expect(stage.background.rules).toEqual([]);
    await press(get('button', 'Add these rules'));
    expect(stage.background.rules).toHaveLength(2);
    expect(stage.background.lines).toMatchObject([{ list: 'mine', text: 'fold freform: X' }]);
  });

  it('takes in the lists of other blockers, and says what means something else here', async () => {
    await open('#/import-export');
    await chooseFile('muted.json', JSON.stringify({ mute: true }));
    expect(words()).toContain('This is none of the formats that can be imported.');
    await chooseFile('names.txt', 'Some Tag\nAnother Tag\n');
    expect(words()).toContain('2 rules');
    const target = [...document.querySelectorAll('select')].find((one) => one.labels[0]?.textContent?.trim() === 'Add them to') as HTMLSelectElement;
    target.value = 'a new one';
    target.dispatchEvent(new Event('change', { bubbles: true }));
    await settle();
    await press(get('button', 'Add these rules'));
    expect(stage.background.lists.at(-1)).toMatchObject({ id: 'names', name: 'names' });
    expect(stage.background.rules.every(({ list }) => list === 'names')).toBe(true);
  });

  it('checks the rules on request and offers to remove what is double', async () => {
    stage.background.rules = [stored('fold tag: "Tea"'), stored('fold freeform: "Tea"')];
    await open();
    const details = document.querySelector('details.health') as HTMLDetailsElement;
    details.open = true;
    details.dispatchEvent(new Event('toggle'));
    await expect.poll(() => words(details), { timeout: 10_000 }).toContain('1 rule needs a look');
    expect(words(details)).toContain('freeform: "Tea" Another rule does it already: tag: "Tea"');
  });

  it('marks the section in the menu and follows the address', async () => {
    await open('#/about');
    expect(document.querySelector('[aria-current=page]')?.textContent).toBe('About');
    expect(words()).toContain('Version 1.2.3');
    location.hash = '#/archives';
    dispatchEvent(new HashChangeEvent('hashchange'));
    await settle();
    expect(get('heading', 'Archives').ownerDocument.activeElement).toBe(get('heading', 'Archives'));
    expect(document.title).toBe('Archives – Foldaway');
  });

  it('asks again when rules were changed elsewhere', async () => {
    await open();
    stage.background.rules = [stored('fold tag: "Tea"')];
    document.dispatchEvent(new Event('visibilitychange'));
    await settle();
    expect(rows()).toHaveLength(1);
    expect(all('link', 'Edit')).toHaveLength(1);
  });
});
