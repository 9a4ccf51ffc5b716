import type { Runtime } from 'webextension-polyfill';
import { browser } from '../../src/browser';
import { settingOf } from '../../src/exchange/subscriptions/index';
import { Refusal } from '../../src/messages/answer';
import type { RequestBody } from '../../src/messages/table';
import { exclusionsOf } from '../../src/rules/exclusions';
import type { Rule } from '../../src/rules/rule';
import { fromStored, parseRule } from '../../src/rules/text/parse';
import { printRule, ruleId, toStored } from '../../src/rules/text/print';
import type { Store } from '../../src/storage/index';
import { literally } from './page-rule';
import { previewRule } from './preview';

/** A rule that no longer acts on works because of this tag, and null where that leaves nothing of it. */
function without(rule: Rule, tag: string): Rule | null {
  const named = parseRule(`fold tag: ${literally(tag)}`);
  const [value] = named.ok ? (named.rule.when[0]?.values ?? []) : [];
  if (value === undefined) throw new Refusal('bad-message');
  const isTag = (one: Rule['when'][number]['values'][number]): boolean =>
    one.type === 'name' && value.type === 'name' && one.text.toLowerCase() === value.text.toLowerCase();
  const conditions = rule.when.map((one) => (one.not === true ? one : { ...one, values: one.values.filter((each) => !isTag(each)) }));
  const taken = conditions.some((one, index) => one.values.length < (rule.when[index]?.values.length ?? 0));
  if (taken && conditions.some((one) => one.values.length === 0)) return null;
  const unless = taken ? rule.unless : [...rule.unless, { field: 'tag', values: [value] }];
  const when = taken ? conditions : rule.when;
  return { ...rule, id: ruleId({ when, unless }), when, unless };
}

/**
 * "Not this tag": the tag is taken out of the rule that names it, or made an exception of one that matches it by a
 * pattern; a rule of a subscription is left as it is, and a rule of the reader's own shows works with the tag.
 */
async function exceptTag(store: Store, { rule: id, list, tag }: RequestBody<'except-tag'>) {
  const { rules, settings } = await store.load();
  if (settings.has(settingOf(list))) {
    const shown = parseRule(`show tag: ${literally(tag)}`);
    if (!shown.ok) throw new Refusal('bad-message', shown.error.code);
    return { ...(await store.edit([{ op: 'put-rule', rule: toStored(shown.rule) }], 'page')), text: printRule(shown.rule) };
  }
  const stored = rules.find((one) => one.id === id && (one.list ?? 'mine') === list);
  const read = stored === undefined ? null : fromStored(stored);
  if (stored === undefined || read === null || !read.ok) throw new Refusal('unknown-rule');
  const changed = without(read.rule, tag);
  if (changed === null) return { ...(await store.edit([{ op: 'remove-rule', id }], 'page')), text: '' };
  return { ...(await store.edit([{ op: 'put-rule', rule: toStored(changed), was: stored }], 'page')), text: printRule(changed) };
}

/** What the panel on a page asks for. */
export function panelHandlers(store: Store) {
  return {
    'preview-rule': (body: RequestBody<'preview-rule'>) => previewRule(store, body),
    exclusions: async ({ matched }: RequestBody<'exclusions'>) => {
      const { rules, lists } = await store.load();
      return exclusionsOf(rules, new Map(lists.map((list) => [list.id, list])), new Map(matched.map(({ rule, words }) => [rule, words])), Date.now());
    },
    'except-tag': (body: RequestBody<'except-tag'>) => exceptTag(store, body),
    'load-panel': async (_: RequestBody<'load-panel'>, sender: Runtime.MessageSender) => {
      const tabId = sender.tab?.id;
      if (tabId !== undefined) await browser.scripting.executeScript({ target: { tabId, frameIds: [0] }, files: ['/panel.js'] });
      return null;
    },
  };
}
