// @vitest-environment jsdom
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { rememberSelected, selectedIn } from '../../src/page/selected';

let item: HTMLElement;
let began: Record<string, (event: object) => void>;
let stop: AbortController;

beforeEach(() => {
  item = document.createElement('li');
  item.textContent = '  Slow \n burn ';
  document.body.replaceChildren(item, document.createElement('p'));
  // Only presses of the reader count, which a test can not make.
  began = {};
  vi.spyOn(document, 'addEventListener').mockImplementation((kind, listener) => void (began[kind] = listener as (event: object) => void));
  stop = new AbortController();
  rememberSelected(document, stop.signal);
});
afterEach(() => {
  began['keydown']?.({ isTrusted: true });
  vi.restoreAllMocks();
});

it('finds the words that are selected in an element, and none of another', () => {
  getSelection()?.selectAllChildren(item);
  expect(selectedIn(item)).toBe('Slow burn');
  expect(selectedIn(document.querySelector('p') as Element)).toBe('');
});

it('has them still when the tap that presses a button takes the selection away', () => {
  getSelection()?.selectAllChildren(item);
  began['pointerdown']?.({ isTrusted: true });
  getSelection()?.removeAllRanges();
  expect(selectedIn(item)).toBe('Slow burn');
});

it('forgets them at the next press, and takes none from a script of the page', () => {
  getSelection()?.selectAllChildren(item);
  began['pointerdown']?.({ isTrusted: true });
  getSelection()?.removeAllRanges();
  began['keydown']?.({ isTrusted: true });
  expect(selectedIn(item)).toBe('');
  getSelection()?.selectAllChildren(item);
  began['pointerdown']?.({ isTrusted: false });
  getSelection()?.removeAllRanges();
  expect(selectedIn(item)).toBe('');
});
