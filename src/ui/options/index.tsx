import { text } from '../../i18n';
import { mount } from '../parts/mount';
import { Options } from './options';
import type { Site } from './section';
import '../look/themes.css';
import './options.css';
import './rules/rules.css';
import './editor/editor.css';
import './history/history.css';

/**
 * Draws the options into an empty element.
 * @param sites every archive that can be switched off, in the order shown
 */
export function mountOptions(place: Element, sites: readonly Site[]): void {
  mount(<Options sites={sites} />, text('options_title'), place);
}
