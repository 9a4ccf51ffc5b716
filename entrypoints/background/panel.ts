import type { Runtime } from 'webextension-polyfill';
import { browser } from '../../src/browser';
import { settingOf } from '../../src/exchange/subscriptions/index';
import { Refusal } from '../../src/messages/answer';
import type { RequestBody } from '../../src/messages/table';
import { exclusionsOf } from '../../src/rules/exclusions';
import { DEFAULT_LIST } from '../../src/rules/rule';
import { fromStored } from '../../src/rules/text/parse';
import { printRule, toStored } from '../../src/rules/text/print';
import { showingTag, withoutTag } from '../../src/rules/without-tag';
import type { Store } from '../../src/storage/index';
import { statedWords } from '../../src/ui/rule/value-words';
import type { KeptTags } from './kept-tags';
import { previewRule } from './preview';

/**
 * "Not this tag": the tag is taken out of the rule that names it, or made an exception of one that matches it by a
 * pattern; a rule of a subscription is left as it is, and a rule of the reader's own shows works with the tag.
 */
async function exceptTag(store: Store, tags: KeptTags, { rule: id, list, tag }: RequestBody<'except-tag'>) {
  const { rules, settings } = await store.load();
  const shown = showingTag(tag);
  if (shown === null) throw new Refusal('bad-message', 'no tag');
  if (settings.has(settingOf(list))) {
    return { ...(await store.edit([{ op: 'put-rule', rule: toStored(shown) }], 'page')), text: printRule(shown) };
  }
  const stored = rules.find((one) => one.id === id && (one.list ?? DEFAULT_LIST) === list);
  const read = stored === undefined ? null : fromStored(stored);
  if (stored === undefined || read === null || !read.ok) throw new Refusal('unknown-rule');
  const changed = withoutTag(read.rule, tag, { synonyms: await tags.synonyms(), quote: statedWords });
  if (changed === null) return { ...(await store.edit([{ op: 'remove-rule', id }], 'page')), text: '' };
  return { ...(await store.edit([{ op: 'put-rule', rule: toStored(changed), was: stored }], 'page')), text: printRule(changed) };
}

/** What the panel on a page asks for. */
export function panelHandlers(store: Store, tags: KeptTags) {
  return {
    'preview-rule': (body: RequestBody<'preview-rule'>) => previewRule(store, tags, body),
    exclusions: async ({ matched }: RequestBody<'exclusions'>) => {
      const { rules, lists } = await store.load();
      return exclusionsOf(rules, new Map(lists.map((list) => [list.id, list])), new Map(matched.map(({ rule, words }) => [rule, words])), Date.now());
    },
    'except-tag': (body: RequestBody<'except-tag'>) => exceptTag(store, tags, body),
    'load-panel': async (_: RequestBody<'load-panel'>, sender: Runtime.MessageSender) => {
      const tabId = sender.tab?.id;
      if (tabId !== undefined) await browser.scripting.executeScript({ target: { tabId, frameIds: [0] }, files: ['/panel.js'] });
      return null;
    },
  };
}
