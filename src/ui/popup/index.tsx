import { browser } from '../../browser';
import { text } from '../../i18n';
import { mount } from '../parts/mount';
import { Popup, type Archives } from './popup';
import './popup.css';

/** Draws the popup into an empty element. */
export function mountPopup(place: Element, archives: Archives): void {
  // Android shows popups as pages, as wide as the screen; elsewhere the content decides the window's width.
  document.documentElement.classList.toggle('as-window', !/Android/.test(navigator.userAgent));
  mount(<Popup optionsUrl={browser.runtime.getURL('/options.html')} archives={archives} />, text('extension_name'), place);
}
