// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { mountOptions } from '../../src/ui/options/index';
import { handed } from './handed';
import { get, press, settle, submit, type, words } from './screen';
import { stored, useStage } from './stage';

async function choose(label: string, value: string): Promise<void> {
  const field = [...document.querySelectorAll('select')].find(
    (one) => one.getAttribute('aria-label') === label || one.labels[0]?.textContent?.trim() === label,
  );
  if (field === undefined) throw new Error(`no select "${label}"`);
  field.value = value;
  field.dispatchEvent(new Event('change', { bubbles: true }));
  await settle();
}

async function key(field: HTMLElement, name: string): Promise<void> {
  field.dispatchEvent(new KeyboardEvent('keydown', { key: name, bubbles: true, cancelable: true }));
  await settle();
}

describe('the rule editor', () => {
  const stage = useStage();

  const open = async (rule: string): Promise<void> => {
    location.hash = `#/rules/${encodeURIComponent(rule)}`;
    mountOptions(stage.place, handed());
    await settle();
  };
  const line = (): string => get<HTMLInputElement>('text', 'Rule as text').value;

  it('writes the line as the form is filled in', async () => {
    await open('new');
    expect(words()).toContain('Choose at least one value.');
    await type(get('text', 'Value of Tag'), 'Angst, with "quotes"');
    await key(get('text', 'Value of Tag'), 'Enter');
    expect(line()).toBe('fold tag: "Angst, with \\"quotes\\""');
    await choose('What to do', 'hide');
    await choose('A fold says', 'none');
    expect(line()).toBe('hide tag: "Angst, with \\"quotes\\"" reason: none');
    await press(get('button', 'Save'));
    expect(stage.background.rules).toMatchObject([{ action: 'hide', reason: 'none' }]);
  });

  it('fills in the form as the line is written', async () => {
    await open('new');
    await type(get('text', 'Rule as text'), 'show words: <1000 and creator: astolat unless rating: explicit until: 2031-05-01 strict');
    const fields = [...document.querySelectorAll<HTMLSelectElement>('select[aria-label=Field]')].map(({ value }) => value);
    expect(fields).toEqual(['words', 'creator', 'rating']);
    expect(words()).toContain('under 1,000');
    expect(get<HTMLInputElement>('switch', 'Even against a rule that shows the work').checked).toBe(true);
    expect(document.querySelector<HTMLInputElement>('input[type=date]')?.value).toBe('2031-05-01');
  });

  it('offers the colours of a frame where a rule highlights', async () => {
    stage.background.rules = [stored('highlight tag: Tea')];
    await open('tag: "Tea"');
    await choose('Colour of the frame', 'teal');
    expect(line()).toBe('highlight tag: Tea colour: teal');
    await choose('Colour of the frame', '');
    expect(line()).toBe('highlight tag: Tea');
    await choose('Colour of the frame', 'blue');
    await choose('What to do', 'fold');
    expect(words()).not.toContain('Colour of the frame');
    await choose('What to do', 'highlight');
    await press(get('button', 'Save'));
    expect(stage.background.rules).toMatchObject([{ action: 'highlight', colour: 'blue' }]);
  });

  it('waits with the form while the line cannot be read', async () => {
    stage.background.rules = [stored('fold tag: Tea')];
    await open('tag: "Tea"');
    await type(get('text', 'Rule as text'), 'fold tga: Tea');
    expect(document.querySelector('fieldset')?.disabled).toBe(true);
    expect(get<HTMLButtonElement>('button', 'Save').disabled).toBe(true);
    await press(get('button', 'Use “tag”'));
    expect(document.querySelector('fieldset')?.disabled).toBe(false);
    expect(line()).toBe('fold tag: Tea');
  });

  it('takes values of closed lists as ticks and numbers as comparisons', async () => {
    await open('new');
    await choose('Field', 'warning');
    await press(get('input[type=checkbox]' as 'text', 'Major Character Death'));
    expect(line()).toBe('fold warning: major-character-death');
    await press(get('button', 'Add an exception'));
    const exception = document.querySelector('[aria-label="Exception 1"]') as HTMLElement;
    const field = exception.querySelector('select') as HTMLSelectElement;
    field.value = 'words';
    field.dispatchEvent(new Event('change', { bubbles: true }));
    await settle();
    await type(get('text', 'Value of Words', document.querySelector('[aria-label="Exception 1"]') as HTMLElement), '5000');
    await press(get('button', 'Add', document.querySelector('[aria-label="Exception 1"]') as HTMLElement));
    expect(line()).toBe('fold warning: major-character-death unless words: <5000');
  });

  it('says what is wrong with a value, and does not take it', async () => {
    await open('new');
    await choose('Field', 'words');
    await type(get('text', 'Value of Words'), 'many');
    await press(get('button', 'Add'));
    expect(words(document.querySelector('.condition [role=alert]') as HTMLElement)).not.toBe('');
    expect(line().trim()).toBe('fold');
  });

  it('offers names that other rules know, by keyboard', async () => {
    stage.background.rules = [stored('fold freeform: "Alpha/Beta/Omega Dynamics"'), stored('fold freeform: "Alpine Skiing"')];
    await open('new');
    const field = get<HTMLInputElement>('text', 'Value of Tag');
    await type(field, 'alp');
    const offers = (): string[] => [...document.querySelectorAll('[role=option]')].map((one) => one.textContent ?? '');
    expect(offers()).toEqual(['Alpha/Beta/Omega Dynamics', 'Alpine Skiing']);
    expect(field.getAttribute('aria-expanded')).toBe('true');
    await key(field, 'ArrowDown');
    await key(field, 'ArrowDown');
    expect(document.getElementById(field.getAttribute('aria-activedescendant') ?? '')?.textContent).toBe('Alpine Skiing');
    await key(field, 'Enter');
    expect(line()).toBe('fold tag: "Alpine Skiing"');
    expect(offers()).toEqual([]);
  });

  it('puts a value back into the field to be changed', async () => {
    stage.background.rules = [stored('fold tag: "Tea Time", Cake')];
    await open(stage.background.rules[0]?.id ?? '');
    await press(get('button', 'Tea Time'));
    expect(get<HTMLInputElement>('text', 'Value of Tag').value).toBe('Tea Time');
    expect(line()).toBe('fold tag: Cake');
    await press(get('button', 'Take out Cake'));
    expect(line().trim()).toBe('fold');
  });

  it('keeps the values when the field changes to one of the same kind', async () => {
    stage.background.rules = [stored('fold freeform[1-3]: "Tea"')];
    await open(stage.background.rules[0]?.id ?? '');
    await choose('Field', 'fandom');
    expect(line()).toBe('fold fandom[1-3]: Tea');
    await choose('Field', 'words');
    expect(line().trim()).toBe('fold');
  });

  it('keeps asking for what the archive lists as the same, where the other field can', async () => {
    stage.background.rules = [stored('fold tag: Tea synonyms')];
    await open(stage.background.rules[0]?.id ?? '');
    await choose('Field', 'fandom');
    expect(line()).toBe('fold fandom: Tea synonyms');
    await choose('Field', 'series');
    expect(line()).toBe('fold series: Tea');
  });

  it('stores a changed rule in the place of the old one', async () => {
    stage.background.rules = [stored('fold tag: "Tea"'), stored('fold tag: "Cake"')];
    await open('tag: "Tea"');
    await choose('Is or is not', 'not');
    await submit(get('text', 'Rule as text'));
    expect(stage.background.rules.map(({ id }) => id)).toEqual([stored('fold tag: not "Tea"').id, 'tag: "Cake"']);
  });

  it('keeps what is written when the rule is removed elsewhere, and brings it back when that is saved', async () => {
    stage.background.rules = [stored('fold tag: "Tea"')];
    await open('tag: "Tea"');
    await type(get('text', 'Rule as text'), 'hide tag: Tea note: mine');
    stage.background.rules = [];
    document.dispatchEvent(new Event('visibilitychange'));
    await settle();
    expect(words()).toContain('That rule is no longer there.');
    expect(line()).toBe('hide tag: Tea note: mine');
    await submit(get('text', 'Rule as text'));
    expect(stage.background.sent.find(({ name }) => name === 'change-rules')?.body).toMatchObject({
      changes: [{ rule: { id: 'tag: "Tea"', action: 'hide', note: 'mine' }, was: { id: 'tag: "Tea"' } }],
    });
  });

  it('counts the works seen recently that the rule matches, as soon as it is one', async () => {
    stage.background.matches = { matches: 2, of: 30, titles: [{ title: null, url: 'https://archiveofourown.org/works/1' }] };
    await open('new');
    expect(stage.background.sent.some(({ name }) => name === 'count-matches')).toBe(false);
    await type(get('text', 'Rule as text'), 'fold tag: Tea');
    await expect.poll(() => words()).toContain('By itself it matches 2 of 30 works seen recently');
    expect(stage.background.sent.find(({ name }) => name === 'count-matches')?.body).toEqual({ line: 'fold tag: Tea' });
    stage.background.matches = { matches: 0, of: 0, titles: [] };
    await type(get('text', 'Rule as text'), 'fold tag: Cake');
    await expect.poll(() => words()).toContain('No works seen recently are kept to try it on.');
  });

  it('offers names of works seen recently beside those of rules', async () => {
    stage.background.rules = [stored('fold freeform: "Alpine Skiing"')];
    stage.background.names = { freeform: ['Alps'], creator: ['alpha'] };
    await open('new');
    await type(get('text', 'Value of Tag'), 'alp');
    expect([...document.querySelectorAll('[role=option]')].map((one) => one.textContent)).toEqual(['Alpine Skiing', 'Alps']);
  });
});
