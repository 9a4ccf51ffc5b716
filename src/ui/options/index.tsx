import { text } from '../../i18n';
import { mount } from '../parts/mount';
import { Options } from './options';
import { SampleContext, type DrawSample } from './look/sample';
import type { Site } from './section';
import { SavedFilesContext, type SavedFiles } from './saved/saved-file';
import { SavedPagesContext, type ReadSaved } from './tester/saved-page';
import { TagPagesContext, type ReadTag } from '../rule/tags/look-up';
import { nameArchives } from '../rule/value-words';
import { AddableSitesContext, type AddableSites } from './archives/add-site';
import { TradeContext, type LoadTrade } from './trade';
import '../look/themes.css';
import './options.css';
import './activity/activity.css';
import './rules/rules.css';
import './editor/editor.css';
import './history/history.css';
import './saved/saved.css';
import './tester/tester.css';
import './keyboard/keyboard.css';
import './look/look.css';

/** What the options need of rooms that they never meet. */
export interface Handed {
  /** Every archive that can be switched off, in the order shown. */
  sites: readonly Site[];
  loadTrade: LoadTrade;
  readSaved: ReadSaved;
  drawSample: DrawSample;
  savedFiles: SavedFiles;
  /** See look-up.ts; `site` is the archive that is asked. */
  tagPages: { readTag: ReadTag; site: string };
  addable: AddableSites;
}

/** Draws the options into an empty element. */
export function mountOptions(place: Element, { sites, loadTrade, readSaved, drawSample, savedFiles, tagPages, addable }: Handed): void {
  nameArchives(sites);
  mount(
    <TradeContext.Provider value={loadTrade}>
      <SavedPagesContext.Provider value={readSaved}>
        <SavedFilesContext.Provider value={savedFiles}>
          <SampleContext.Provider value={drawSample}>
            <TagPagesContext.Provider value={tagPages}>
              <AddableSitesContext.Provider value={addable}>
                <Options sites={sites} />
              </AddableSitesContext.Provider>
            </TagPagesContext.Provider>
          </SampleContext.Provider>
        </SavedFilesContext.Provider>
      </SavedPagesContext.Provider>
    </TradeContext.Provider>,
    text('options_title'),
    place,
  );
}
