import { text } from '../../i18n';
import { mount } from '../parts/mount';
import { Options } from './options';
import type { Site } from './section';
import { SavedPagesContext, type ReadSaved } from './tester/saved-page';
import { TradeContext, type LoadTrade } from './trade';
import '../look/themes.css';
import './options.css';
import './rules/rules.css';
import './editor/editor.css';
import './history/history.css';
import './tester/tester.css';

/** What the options need of rooms that they never meet. */
export interface Handed {
  /** Every archive that can be switched off, in the order shown. */
  sites: readonly Site[];
  loadTrade: LoadTrade;
  readSaved: ReadSaved;
}

/** Draws the options into an empty element. */
export function mountOptions(place: Element, { sites, loadTrade, readSaved }: Handed): void {
  mount(
    <TradeContext.Provider value={loadTrade}>
      <SavedPagesContext.Provider value={readSaved}>
        <Options sites={sites} />
      </SavedPagesContext.Provider>
    </TradeContext.Provider>,
    text('options_title'),
    place,
  );
}
