import type { SearchForm } from '../../domain/search-form';
import { counted, text, type MessageKey } from '../../i18n';
import { send } from '../../messages/send';
import type { Answers } from '../../messages/table';
import { BAR_CSS } from '../look';
import type { ItemState } from '../report';
import { makeButton, makePart } from '../shadow';

/** A search is an address, and servers refuse long ones: this many characters of tag names. */
const LONGEST = 3000;
const MOST_NAMED = 50;

const panels = new WeakMap<HTMLElement, HTMLElement>();

/** Puts what the rules leave out into the archive's own filter, says what was and what could not be, and waits. */
export async function prepareSearch(search: SearchForm, states: ReadonlyMap<Element, ItemState>, bar: HTMLElement): Promise<void> {
  const exclusions = await send('exclusions', { matched: matchedTags(states) });
  const { done, left, undo } = fill(search, exclusions);
  const document = bar.ownerDocument;
  const { host, root } = makePart(document, 'foldaway-panel', BAR_CSS);
  host.setAttribute('open', '');
  panels.get(bar)?.remove();
  panels.set(bar, host);
  const box = document.createElement('div');
  const status = document.createElement('p');
  status.setAttribute('role', 'status');
  const which = left.filter((one) => one !== '').slice(0, MOST_NAMED);
  const now = makeButton(document, text('bar_search_now'), () => search.form.requestSubmit());
  const back = makeButton(document, text('bar_search_undo'), () => {
    undo();
    host.remove();
  });
  box.className = 'bar';
  box.append(status, ...(done > 0 ? [now] : []), back, ...(which.length > 0 ? [listOf(document, which)] : []));
  root.append(box);
  bar.before(host);
  status.textContent = [counted('bar_search_filled', done), ...(left.length > 0 ? [counted('bar_search_left', left.length)] : [])].join(' ');
  (done > 0 ? now : back).focus();
}

/** What could not be said, behind a press: rules can be many. */
function listOf(document: Document, rules: readonly string[]): HTMLElement {
  const details = document.createElement('details');
  const summary = document.createElement('summary');
  summary.textContent = text('popup_unreadable_which');
  const list = document.createElement('ul');
  for (const rule of rules) {
    const entry = document.createElement('li');
    entry.textContent = rule;
    entry.dir = 'auto';
    list.append(entry);
  }
  details.append(summary, list);
  return details;
}

/** Tags of this page's works that rules matched, as the archive spells them. */
function matchedTags(states: ReadonlyMap<Element, ItemState>): { rule: string; words: string[] }[] {
  const matched = new Map<string, Set<string>>();
  for (const { work, verdict } of states.values()) {
    if (work === null || (verdict?.action !== 'fold' && verdict?.action !== 'hide')) continue;
    const tags = new Set([...work.fandoms, ...work.relationships, ...work.characters, ...work.freeforms]);
    for (const { rule, words } of verdict.reasons) {
      const known = matched.get(rule) ?? new Set();
      for (const word of words) if (tags.has(word)) known.add(word);
      if (known.size > 0) matched.set(rule, known);
    }
  }
  return [...matched].slice(0, 500).map(([rule, words]) => ({ rule, words: [...words].slice(0, 50) }));
}

/** Fills the form in; nothing is sent. @returns how much was put in, how much was not, and how to take it back */
function fill(search: SearchForm, exclusions: Answers['exclusions']): { done: number; left: string[]; undo: () => void } {
  const left = [...exclusions.left];
  let done = 0;
  const undos: (() => void)[] = [];
  const tick = (box: HTMLInputElement | null): boolean => {
    if (box === null) return false;
    const isChosen = (other: Element): other is HTMLInputElement => other instanceof HTMLInputElement && other.name === box.name && other.checked;
    const group = box.type === 'radio' ? [...search.form.elements].find(isChosen) : undefined;
    const before = box.checked;
    undos.push(() => {
      box.checked = before;
      if (group !== undefined) group.checked = true;
    });
    box.checked = true;
    return true;
  };
  const write = (field: HTMLInputElement | HTMLSelectElement | null, value: string): boolean => {
    if (field === null) return false;
    const before = field.value;
    undos.push(() => (field.value = before));
    field.value = value;
    return field.value === value;
  };
  const count = (worked: boolean, field: MessageKey): void => {
    if (worked) done += 1;
    else left.push(text(field));
  };

  const names: string[] = (search.excludedTags?.value ?? '')
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');
  const present = new Set(names);
  for (const name of exclusions.tags) {
    if (present.has(name)) continue;
    if (tick(search.excluding(name))) done += 1;
    else if (search.excludedTags === null || names.join().length + name.length > LONGEST) left.push(name);
    else {
      names.push(name);
      done += 1;
    }
  }
  if (search.excludedTags !== null && names.length > 0) write(search.excludedTags, names.join(','));
  if (exclusions.crossovers !== null) count(tick(search.choice('crossover', exclusions.crossovers === 'only' ? 'T' : 'F')), 'rule_field_crossover');
  if (exclusions.complete !== null) count(tick(search.choice('complete', exclusions.complete === 'only' ? 'T' : 'F')), 'rule_field_complete');
  if (exclusions.language !== null) count(write(search.language, exclusions.language), 'rule_field_language');
  if (exclusions.words.from !== null) count(write(search.wordsFrom, String(exclusions.words.from)), 'rule_field_words');
  if (exclusions.words.to !== null) count(write(search.wordsTo, String(exclusions.words.to)), 'rule_field_words');
  return { done, left, undo: () => undos.toReversed().forEach((take) => take()) };
}
