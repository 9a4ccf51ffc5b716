import type { RuleList, StoredRule } from '../../rules/rule';
import { addressFault, newSubscription, permissionFor } from './address';
import { fetchList } from './fetch-list';
import { readKept, readReady, updateOf, type Kept, type KeptReady } from './kept';
import { takeOver, type Refreshed, type RefreshDeps } from './refresh';
import { dueOf, nextDue } from './schedule';
import { readSubscribed, readyOf, ruleListOf, rulesInForce, type ReadyList, type SubscribedList } from './subscribed-list';
import { newState, type SubscriptionChoice, type SubscriptionState } from './subscription';
import { previewOf, viewOf, type SubscriptionPreview, type SubscriptionView } from './view';

/** What is kept on this device, by key. */
export interface Shelf {
  get(keys: string[]): Promise<Record<string, unknown>>;
  set(items: Record<string, unknown>): Promise<void>;
  remove(keys: string[]): Promise<void>;
}

/** What subscriptions need from outside. */
export interface SubscriptionsDeps extends RefreshDeps {
  shelf: Shelf;
  /** Of Foldaway. */
  version: string;
  /** What the reader subscribes to now. */
  choices(): Promise<SubscriptionChoice[]>;
  /** Called before another list is kept than was in force. */
  changing(): Promise<void>;
}

/** A list that the reader wants to subscribe to cannot be had; `code` is an `AddressFault` or a `TroubleCode`. */
export class SubscriptionError extends Error {
  override name = 'SubscriptionError';
  constructor(
    readonly kind: 'address' | 'trouble',
    readonly code: string,
    readonly detail = '',
  ) {
    super(`${code}: ${detail}`);
  }
}

const UPDATES = 'subscription-updates';
/** Ids of the lists that are kept. */
const KEPT = 'subscriptions-kept';
const notYet = ({ address }: SubscriptionChoice): Kept => ({ address, state: newState() });
const readyKey = (id: string): string => `subscription-ready:${id}`;
const keyOf = (id: string): string => `subscription:${id}`;

/** All subscriptions of this device: what is in force, what is due, what there is to tell. */
export class Subscriptions {
  /** Read lists by id, so that a long one is read once in a worker's life. */
  private readonly read = new Map<string, { text: string; list: SubscribedList }>();
  /** What the reader has just looked at, so that subscribing does not fetch it again. */
  private readonly looked = new Map<string, Refreshed>();
  private counted: Promise<number> | null = null;

  constructor(private readonly deps: SubscriptionsDeps) {}

  /** Rules and lists to judge by, with what the reader chose put over what the lists say. */
  async inForce(): Promise<{ rules: StoredRule[]; lists: RuleList[] }> {
    const choices = (await this.deps.choices()).filter(({ on }) => on);
    const ready = await this.readyLists(choices);
    const there = choices.flatMap((choice) => {
      const list = ready.get(choice.id);
      return list === undefined ? [] : [{ choice, list }];
    });
    return { rules: there.flatMap(({ choice, list }) => rulesInForce(choice, list)), lists: there.map(({ choice, list }) => ruleListOf(choice, list.head)) };
  }

  /** How often updates changed lists on this device; grows only, so that pages can tell old verdicts from new ones. */
  updates(): Promise<number> {
    this.counted ??= this.deps.shelf.get([UPDATES]).then(({ [UPDATES]: count }) => (typeof count === 'number' ? count : 0));
    // What could not be read this time is asked for again.
    this.counted.catch(() => (this.counted = null));
    return this.counted;
  }

  async view(): Promise<SubscriptionView[]> {
    const choices = await this.deps.choices();
    const kept = await this.keptOf(choices);
    return choices.map((choice) => {
      const known = kept.get(choice.id) ?? notYet(choice);
      return viewOf(choice, known, this.listOf(choice.id, known.state), this.deps.now());
    });
  }

  /**
   * Fetches a list for the reader to look at before subscribing.
   * @throws SubscriptionError
   */
  async preview(address: string): Promise<SubscriptionPreview> {
    const fault = addressFault(address);
    if (fault !== null) throw new SubscriptionError('address', fault);
    const choice = newSubscription(address);
    const refreshed = await this.ask(choice, newState());
    const { trouble } = refreshed.state;
    if (refreshed.list === null) throw new SubscriptionError('trouble', trouble?.code ?? 'not_a_list', trouble?.detail ?? '');
    this.looked.set(choice.id, refreshed);
    return previewOf(choice, refreshed.list);
  }

  /**
   * The choice to store for an address. What was looked at just before is kept as its list; else it is fetched.
   * @throws SubscriptionError
   */
  async take(address: string): Promise<SubscriptionChoice> {
    const choice = newSubscription(address);
    const chosen = (await this.deps.choices()).find(({ id }) => id === choice.id);
    if (chosen !== undefined) return chosen;
    if (!this.looked.has(choice.id)) await this.preview(address);
    const looked = this.looked.get(choice.id);
    this.looked.clear();
    await this.remember([choice.id]);
    if (looked !== undefined) await this.keep(choice.id, { address, state: looked.state }, true);
    return choice;
  }

  /**
   * Fetches what is due, or one list now.
   * @returns whether rules in force may have changed
   */
  async refresh(only?: string): Promise<boolean> {
    const choices = await this.deps.choices();
    const kept = await this.keptOf(choices);
    const states = new Map([...kept].map(([id, { state }]) => [id, state]));
    const wanted = only === undefined ? dueOf(choices, states, this.deps.now()) : choices.filter(({ id }) => id === only);
    await this.remember(wanted.map(({ id }) => id));
    return (await Promise.all(wanted.map((choice) => this.refreshOne(choice, kept.get(choice.id))))).includes(true);
  }

  /**
   * Lets go of lists that nobody subscribes to any more; not at once, since leaving one can be taken back.
   * @returns the permissions that subscriptions needed and need no more
   */
  async tidy(): Promise<string[]> {
    const choices = await this.deps.choices();
    const chosen = new Set(choices.map(({ id }) => id));
    const known = await this.remembered();
    const left = known.filter((id) => !chosen.has(id));
    if (left.length === 0) return [];
    const stored = await this.deps.shelf.get(left.map(keyOf));
    for (const id of left) this.read.delete(id);
    await this.deps.shelf.remove(left.flatMap((id) => [keyOf(id), readyKey(id)]));
    await this.deps.shelf.set({ [KEPT]: known.filter((id) => chosen.has(id)) });
    const needed = new Set(choices.map(({ address }) => permissionFor(address)));
    const were = Object.values(stored).flatMap((value) => readKept(value)?.address ?? []);
    return [...new Set(were.map(permissionFor))].filter((permission) => !needed.has(permission));
  }

  /** When a list is due next, in ms since 1970; null without any. */
  async next(): Promise<number | null> {
    const choices = await this.deps.choices();
    const kept = await this.keptOf(choices);
    return nextDue(choices, new Map([...kept].map(([id, { state }]) => [id, state])), this.deps.now());
  }

  private async refreshOne(choice: SubscriptionChoice, known: Kept = notYet(choice)): Promise<boolean> {
    const { state, list, difference } = await this.ask(choice, known.state);
    const first = known.state.text === undefined;
    const update = difference === null || first ? known.update : updateOf(difference, this.deps.now());
    const changed = difference !== null && list !== null;
    await this.keep(choice.id, { address: choice.address, state, ...(update !== undefined && { update }) }, changed, changed ? await this.count() : {});
    return changed;
  }

  private async ask(choice: SubscriptionChoice, state: SubscriptionState): Promise<Refreshed> {
    const { request, signal, now, random } = this.deps;
    return takeOver(state, await fetchList(choice.address, state, request, signal), now(), random());
  }

  /** Counts an update; what it answers is stored in the same moment as the list. */
  private async count(): Promise<Record<string, number>> {
    await this.deps.changing();
    this.counted = this.updates().then((count) => count + 1);
    return { [UPDATES]: await this.counted };
  }

  /** @param other the text is another one, so that what was made ready of the old one must go in the same moment */
  private async keep(id: string, kept: Kept, other: boolean, counted: Record<string, number> = {}): Promise<void> {
    try {
      await this.deps.shelf.set({ [keyOf(id)]: kept, ...(other && { [readyKey(id)]: null }), ...counted });
    } catch (error) {
      this.counted = null;
      throw error;
    }
  }

  private async readyLists(choices: readonly SubscriptionChoice[]): Promise<Map<string, ReadyList>> {
    const { shelf, version } = this.deps;
    const stored = await shelf.get(choices.map(({ id }) => readyKey(id)));
    const lists = new Map<string, ReadyList>();
    for (const { id } of choices) {
      const ready = readReady(stored[readyKey(id)], version);
      if (ready !== null) lists.set(id, ready);
    }
    const missing = choices.filter(({ id }) => !lists.has(id));
    for (const [id, { state }] of missing.length === 0 ? [] : await this.keptOf(missing)) {
      const list = this.listOf(id, state);
      if (list === null) continue;
      const ready = readyOf(list);
      lists.set(id, ready);
      // What can't be kept is in force all the same, and made ready again the next time.
      await shelf.set({ [readyKey(id)]: { version, ...ready } satisfies KeptReady }).catch(() => undefined);
    }
    return lists;
  }

  private async remembered(): Promise<string[]> {
    const ids = (await this.deps.shelf.get([KEPT]))[KEPT];
    return Array.isArray(ids) ? ids.filter((id) => typeof id === 'string') : [];
  }

  private async remember(ids: readonly string[]): Promise<void> {
    const known = await this.remembered();
    if (ids.some((id) => !known.includes(id))) await this.deps.shelf.set({ [KEPT]: [...new Set([...known, ...ids])] });
  }

  private async keptOf(choices: readonly SubscriptionChoice[]): Promise<Map<string, Kept>> {
    const stored = await this.deps.shelf.get(choices.map(({ id }) => keyOf(id)));
    return new Map(
      choices.flatMap(({ id }): [string, Kept][] => {
        const kept = readKept(stored[keyOf(id)]);
        return kept === null ? [] : [[id, kept]];
      }),
    );
  }

  private listOf(id: string, state: SubscriptionState | undefined): SubscribedList | null {
    if (state?.text === undefined) return null;
    const known = this.read.get(id);
    if (known?.text === state.text) return known.list;
    const result = readSubscribed(state.text);
    if (!result.ok) return null;
    this.read.set(id, { text: state.text, list: result.list });
    return result.list;
  }
}
