import { siteAt } from '../../src/archives/index';
import type { Json } from '../../src/domain/document';
import { chosen, COLOURS, DENSITIES, FOLD_STYLES, USUAL_LOOK, wordsOfLook } from '../../src/domain/look';
import type { Work } from '../../src/domain/work';
import type { PageStart, RequestBody, Settings } from '../../src/messages/table';
import { REVEALS } from '../../src/rules/rule';
import type { Store } from '../../src/storage/index';

const SITE_OFF = 'site-off:';
/** Name of the setting that lets this device keep what happened. */
export const KEEP_ACTIVITY = 'keep-activity';
/** The compiled rules hold it. */
export const REVEAL = 'reveal';

/** Settings with their defaults, from what is stored. */
export function readSettings(stored: ReadonlyMap<string, Json>): Settings {
  return {
    sitesOff: [...stored].filter(([name, value]) => name.startsWith(SITE_OFF) && value === true).map(([name]) => name.slice(SITE_OFF.length)),
    keepCovered: stored.get('keep-covered') === true,
    gather: stored.get('gather') === true,
    exemptOwn: stored.get('exempt-own') !== false,
    exemptHistory: stored.get('exempt-history') !== false,
    markKnown: stored.get('mark-known') !== false,
    keepActivity: stored.get(KEEP_ACTIVITY) !== false,
    reveal: chosen(REVEALS, stored.get(REVEAL), 'full'),
    foldStyle: chosen(FOLD_STYLES, stored.get('fold-style'), USUAL_LOOK.foldStyle),
    density: chosen(DENSITIES, stored.get('density'), USUAL_LOOK.density),
    foldColour: chosen([...COLOURS, 'skin'], stored.get('fold-colour'), USUAL_LOOK.foldColour),
    highlightColour: chosen(COLOURS, stored.get('highlight-colour'), USUAL_LOOK.highlightColour),
    addButtons: stored.get('add-buttons') !== false,
  };
}

/** What a page needs of them before its first item. */
export const onPages = (settings: Settings): Pick<PageStart, 'keepCovered' | 'gather' | 'look'> => ({
  keepCovered: settings.keepCovered,
  gather: settings.gather,
  look: wordsOfLook(settings),
});

/** The work as the judge is to see it: what is left alone as the reader's own, by the reader's choice. */
export function exempted(work: Work, page: string | null, { exemptOwn, exemptHistory }: Settings): Work {
  if (page === 'history' && exemptHistory) return { ...work, own: true };
  return exemptOwn ? work : { ...work, own: false, bookmark: work.bookmark === null ? null : { ...work.bookmark, own: false } };
}

/** Id of the archive at an address. A saved work may be of a site that is none; it is called as if it were added. */
export const archiveOf = (url: string, stored: ReadonlyMap<string, Json>): string => {
  const at = new URL(url);
  return siteAt(at, stored)?.id ?? at.hostname;
};

/** What of a page rules may be about. */
export const contextOf = ({ url, page, own }: Pick<RequestBody<'judge'>, 'url' | 'page' | 'own'>, stored: ReadonlyMap<string, Json>) => ({
  page,
  own: own && readSettings(stored).exemptOwn,
  archive: archiveOf(url, stored),
});

export function settingsHandlers(store: Store) {
  return {
    'get-settings': async () => readSettings((await store.load()).settings),
    'set-setting': ({ name, value }: RequestBody<'set-setting'>) => store.edit([{ op: 'set', name, value: value as Json }]),
  };
}
