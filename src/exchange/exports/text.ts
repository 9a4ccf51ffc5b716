import { inPlace, type PlacedLine } from '../../rules/text/places';
import { printStored } from '../../rules/text/print';
import { DEFAULT_ACTION, DEFAULT_LIST, type RuleList, type StoredRule } from '../../rules/rule';
import { printHead, type ListHead } from '../list-front';
import { Parcel, type Exported } from './parcel';

/** A line that could not be read, which goes where its list goes. */
export interface KeptLine extends PlacedLine {
  list: string;
}

export interface TextOptions {
  /**
   * For others to read: without the reader's notes, without rules that are switched off, without lists, and without
   * lines that could not be read.
   */
  share?: boolean;
  /** What the list says about itself. */
  head?: Partial<Omit<ListHead, 'lists'>>;
  /** Lines that could not be read; kept as written unless shared. */
  lines?: readonly KeptLine[];
}

/**
 * Rules in our own text form. Importing the text gives the same rules and lists.
 * @param lists those that the rules may belong to
 */
export function exportText(rules: readonly StoredRule[], lists: readonly RuleList[], { share = false, head = {}, lines = [] }: TextOptions = {}): Exported {
  const parcel = new Parcel();
  const texts: { id: string; text: string }[] = [];
  const used = new Set<string>();
  for (const stored of rules) {
    const list = lists.find((one) => one.id === (stored.list ?? DEFAULT_LIST));
    if (share && stored.off === true) {
      parcel.leave(stored, 'rule_off');
      continue;
    }
    const action = stored.action ?? list?.action ?? DEFAULT_ACTION;
    const line = printStored({ ...(share ? shared(stored) : stored), action });
    if (share && action === 'show') parcel.remark(stored, 'show_left_to_list', line);
    texts.push({ id: stored.id, text: line });
    used.add(stored.list ?? DEFAULT_LIST);
    parcel.take({ id: stored.id });
  }
  const own = share ? [] : lists.filter((list) => used.has(list.id) || lines.some((line) => line.list === list.id));
  const front = printHead({ rest: [], ...head, lists: own });
  return parcel.close([front, ...inPlace(texts, share ? [] : lines).map((text) => `${text}\n`)].join(''), fileNameFor(head.name, 'txt'));
}

/** A rule as others may see it. */
function shared({ note: _note, list: _list, ...rest }: StoredRule): StoredRule {
  return rest;
}

/** A file name that every system takes. */
function fileNameFor(name: string | undefined, extension: string): string {
  const plain = (name ?? '')
    .normalize('NFKD')
    .replace(/[^\w-]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60);
  return `${plain === '' ? 'foldaway-rules' : plain.toLowerCase()}.${extension}`;
}
