// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { mountPopup } from '../../src/ui/popup/index';
import { get, press, settle, submit, type, words } from './screen';
import { useStage } from './stage';

describe('a rule in the popup', () => {
  const stage = useStage();

  const open = async (): Promise<void> => {
    mountPopup(stage.place, { optional: [], isLeftAlone: () => false });
    await settle();
  };

  it('adds a rule, empties the field, and takes it back', async () => {
    await open();
    const field = get<HTMLInputElement>('text', 'Add a rule');
    await type(field, 'hide tag: "Fluff"');
    await submit(field);
    expect(stage.background.rules).toMatchObject([{ id: 'tag: "Fluff"', action: 'hide' }]);
    expect(field.value).toBe('');
    await press(get('button', 'Undo'));
    expect(stage.background.rules).toEqual([]);
    expect(words()).toContain('Taken back.');
  });

  it('says what is wrong with a line and takes its own suggestion', async () => {
    await open();
    const field = get<HTMLInputElement>('text', 'Add a rule');
    await type(field, 'hide freform: Angst');
    await submit(field);
    expect(stage.background.sent.some(({ name }) => name === 'add-rules')).toBe(false);
    expect(field.getAttribute('aria-invalid')).toBe('true');
    const described =
      field
        .getAttribute('aria-describedby')
        ?.split(' ')
        .map((id) => words(document.getElementById(id) ?? document.createElement('p'))) ?? [];
    expect(described.join(' ')).toContain('At character 6');
    await press(get('button', 'Use “freeform”'));
    expect(field.value).toBe('hide freeform: Angst');
    expect(field.getAttribute('aria-invalid')).toBe(null);
    await submit(field);
    expect(stage.background.rules).toHaveLength(1);
  });

  it('keeps what was written when it could not be stored', async () => {
    await open();
    stage.background.refuse = { name: 'add-rules', code: 'write-failed' };
    const field = get<HTMLInputElement>('text', 'Add a rule');
    await type(field, 'hide tag: "Fluff"');
    await submit(field);
    expect(field.value).toBe('hide tag: "Fluff"');
    expect(words()).toContain('no room left');
  });

  it('adds a rule with the form, with names and a count from works seen recently', async () => {
    stage.background.names = { character: ['Kathryn Janeway', 'Kathryn Howard'], freeform: ['Kaiju'] };
    stage.background.matches = { matches: 3, of: 40, titles: [{ title: 'The Long Way', url: 'https://archiveofourown.org/works/1' }] };
    await open();
    const form = document.querySelector<HTMLDetailsElement>('.quick-form') as HTMLDetailsElement;
    form.open = true;
    form.dispatchEvent(new Event('toggle'));
    await settle();
    const field = form.querySelectorAll('select')[1] as HTMLSelectElement;
    field.value = 'character';
    field.dispatchEvent(new Event('change', { bubbles: true }));
    await settle();
    const input = get<HTMLInputElement>('text', 'Value of Character', form);
    await type(input, 'kathryn j');
    expect([...form.querySelectorAll('[role=option]')].map((one) => one.textContent)).toEqual(['Kathryn Janeway']);
    await press(form.querySelector('[role=option]') as HTMLElement);
    expect(input.value).toBe('Kathryn Janeway');
    await expect.poll(() => words(form)).toContain('By itself it matches 3 of 40 works seen recently');
    expect(get('link', 'The Long Way', form).getAttribute('href')).toBe('https://archiveofourown.org/works/1');
    await press(get('button', 'Add', form));
    expect(stage.background.rules).toMatchObject([{ id: 'character: "Kathryn Janeway"' }]);
    expect(input.value).toBe('');
  });

  it('takes an account with its number in the form, and says what is wrong with a value', async () => {
    await open();
    const form = document.querySelector<HTMLDetailsElement>('.quick-form') as HTMLDetailsElement;
    await type(get('text', 'Value of Tag', form), '/(/');
    await submit(get('text', 'Value of Tag', form));
    expect(stage.background.rules).toEqual([]);
    expect(words(form.querySelector('[role=alert]') as HTMLElement)).not.toBe('');
    const field = form.querySelectorAll('select')[1] as HTMLSelectElement;
    field.value = 'creator';
    field.dispatchEvent(new Event('change', { bubbles: true }));
    await settle();
    const input = get<HTMLInputElement>('text', 'Value of Creator', form);
    await type(input, 'ana#12');
    await submit(input);
    expect(stage.background.rules).toMatchObject([{ id: 'creator: "ana"#12' }]);
  });
});
