import type { Action } from '../../domain/verdict';
import { Draft } from '../draft';
import { addCrossovers, addLanguages, authorFilters, hasOption, showsReasons, tagFilters } from '../enhancements-options';
import type { Format } from '../preview';
import { addFilters } from '../typed-filters';

/*
 * AO3 Enhancements, an extension, before and after its version 0.5. An export is a dump of its options: keys
 * `option.hideTags`, `option.hideAuthors`, `option.hideCrossovers`, `option.hideLanguages`, `option.hideShowReason`.
 */

const OPTIONS = ['hideTags', 'hideAuthors', 'hideTagsDenyList', 'hideTagsAllowList', 'hideAuthorsList', 'hideLanguages', 'hideCrossovers'];

export const ao3Enhancements: Format = {
  id: 'ao3-enhancements',
  detect: ({ json }) => OPTIONS.some((name) => hasOption(json, name)),
  read({ json }) {
    const draft = new Draft('ao3-enhancements');
    const action: Action = showsReasons(json) ? 'fold' : 'hide';
    const filters = [...tagFilters(json), ...authorFilters(json)];
    for (const name of ['hideTags', 'hideAuthors'])
      if (filters.some((filter) => filter.off && (filter.field === 'creator') === (name === 'hideAuthors'))) draft.remark('switched_off', name);
    const shows = addFilters(draft, filters, action);
    if (shows > 0 && shows < filters.length) draft.remark('order_ignored');
    // "Always show" there did not reach languages and crossovers; here it stops at rules that are strict.
    const rule = { action, ...(shows > 0 && { strict: true as const }) };
    const found = [addLanguages(draft, json, rule), addCrossovers(draft, json, rule)];
    if (shows > 0 && found.includes(true)) draft.remark('beaten_by_strict');
    return draft.preview();
  },
};
