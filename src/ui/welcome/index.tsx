import { browser } from '../../browser';
import { text } from '../../i18n';
import { mount } from '../parts/mount';
import { Welcome } from './welcome';
import '../look/themes.css';
import './welcome.css';

/**
 * Draws the first page that a new reader sees into an empty element.
 * @param startUrl where reading begins afterwards
 */
export function mountWelcome(place: Element, startUrl: string): void {
  mount(<Welcome optionsUrl={browser.runtime.getURL('/options.html')} startUrl={startUrl} />, text('welcome_title'), place);
}
