import { render, type ComponentChild } from 'preact';
import { text } from '../../i18n';
import { keepFocus } from './kept-focus';
import { ToastArea } from './toasts';
import '../look/tokens.css';
import '../look/base.css';
import '../look/parts.css';
import '../look/chips.css';

/**
 * Draws a page of ours. The language and direction are those of the words in use, not of the browser: where a
 * language is not translated, the page is English and runs left to right.
 */
export function mount(page: ComponentChild, title: string, place: Element): void {
  document.documentElement.lang = text('ui_language');
  document.documentElement.dir = text('ui_direction');
  document.title = title;
  keepFocus(place);
  render(<ToastArea>{page}</ToastArea>, place);
}
