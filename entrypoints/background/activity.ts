import type { RequestBody } from '../../src/messages/table';
import type { Activity, Store } from '../../src/storage/index';
import { getActivity, showWork } from './activity-answer';
import type { KeptTags } from './kept-tags';
import type { KnownWorks } from './known';
import { getRuleFacts } from './rule-facts';
import { seenHandlers } from './seen';
import { KEEP_ACTIVITY } from './settings';

/** What happened on this device, and what follows from it. */
export function activityHandlers(store: Store, tags: KeptTags, activity: Activity, known: KnownWorks) {
  return {
    ...seenHandlers(store, tags, activity),
    'get-activity': () => getActivity(store, activity),
    'get-rule-facts': () => getRuleFacts(store, activity),
    'show-work': (body: RequestBody<'show-work'>) => showWork(store, body),
    'forget-activity': async () => {
      await known.forget();
      return { revision: (await store.load()).revision, undo: await activity.forget() };
    },
    /** What was wiped can be brought back as an edit can be taken back. */
    undo: async ({ token, only }: RequestBody<'undo'>) => {
      if (await activity.restore(token)) return { revision: (await store.load()).revision, undo: '' };
      return store.undo(token, only);
    },
  };
}

/** Nothing stays of what was kept once the reader switches that off; on again at once, it was a mistake. */
export function endWithSwitch(store: Store, activity: Activity): void {
  store.onChange(({ differences }) => {
    const after = differences.find(({ kind, id }) => kind === 'setting' && id === KEEP_ACTIVITY)?.after;
    if (after === undefined) return;
    void (after?.['value'] === false ? activity.forget() : activity.restore());
  });
}
