// @vitest-environment jsdom
import { beforeEach, describe, expect, it } from 'vitest';
import { keepFocus } from '../../src/ui/parts/kept-focus';
import { settle } from './screen';

describe('the focus of a control that is taken away', () => {
  let page: HTMLElement;
  const at = (id: string): HTMLElement => document.getElementById(id) as HTMLElement;

  const make = (tag: string, id: string, ...inside: HTMLElement[]): HTMLElement => {
    const element = document.createElement(tag);
    element.id = id;
    element.append(...inside);
    return element;
  };
  const row = (id: string): HTMLElement => make('li', id, make('button', `open-${id}`), make('button', `remove-${id}`));

  beforeEach(() => {
    page = make(
      'div',
      'page',
      make('main', 'main', make('button', 'help'), make('section', 'entries', make('input', 'new'), make('ul', 'list', row('a'), row('b'), row('c')))),
    );
    page.append(make('div', 'toasts', make('button', 'undo')));
    document.body.replaceChildren(page);
    keepFocus(page);
  });

  const takeAway = async (focused: string, gone: string): Promise<string | undefined> => {
    at(focused).focus();
    at(gone).remove();
    await settle();
    return document.activeElement?.id;
  };

  it('goes to the same control of the entry that has moved up', async () => {
    expect(await takeAway('remove-a', 'a')).toBe('remove-b');
    expect(await takeAway('open-b', 'b')).toBe('open-c');
  });

  it('goes to the entry before, when it was in the last one', async () => {
    expect(await takeAway('remove-c', 'c')).toBe('remove-b');
  });

  it('goes to what is around, when nothing is left in its place', async () => {
    at('a').remove();
    at('b').remove();
    expect(await takeAway('remove-c', 'c')).toBe('new');
    expect(await takeAway('new', 'entries')).toBe('help');
  });

  it('goes to no control that is switched off', async () => {
    (at('remove-b') as HTMLButtonElement).disabled = true;
    expect(await takeAway('remove-a', 'a')).toBe('open-b');
  });

  it('stays where it was put meanwhile', async () => {
    at('remove-a').focus();
    at('a').remove();
    at('new').focus();
    await settle();
    expect(document.activeElement?.id).toBe('new');
  });

  it('is not moved when something else goes, nor for what is only said in passing', async () => {
    expect(await takeAway('remove-a', 'b')).toBe('remove-a');
    expect(await takeAway('undo', 'toasts')).toBe('');
    expect(document.activeElement).toBe(document.body);
  });
});
