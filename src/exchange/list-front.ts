import type { RuleList } from '../rules/rule';
import { ruleListSchema } from '../rules/rule-schema';
import { printFront, type ListFront } from '../rules/text/front';

/** What a shared list says about itself, with what the text form leaves to us. */
export interface ListHead extends Omit<ListFront, 'rest'> {
  /** Name or address of the licence under which others may use it. */
  licence?: string;
  /** Days after which a subscriber should look again; at least one. */
  expires?: number;
  /** Lists of a reader's own file, by which `list:` in a rule is understood. */
  lists: RuleList[];
  /** Lines that mean nothing to this version, as written. */
  rest: string[];
}

const LINE = /^\s*([\w-]+)\s*:\s*(.*?)\s*$/;

/** Reads the head of a list; every line that is not understood is kept. */
export function readHead(front: ListFront): ListHead {
  const head: ListHead = { ...front, lists: [], rest: [] };
  for (const line of front.rest) if (!readLine(head, line)) head.rest.push(line);
  return head;
}

function readLine(head: ListHead, line: string): boolean {
  const [, key = '', value = ''] = LINE.exec(line) ?? [];
  switch (key.toLowerCase()) {
    case 'licence':
    case 'license':
      head.licence = value.slice(0, 300);
      return value !== '';
    case 'expires': {
      const days = daysOf(value);
      if (days !== null) head.expires = days;
      return days !== null;
    }
    case 'list': {
      const list = readList(value);
      if (list !== null) head.lists.push(list);
      return list !== null;
    }
    default:
      return false;
  }
}

/** "4 days", "2 weeks", "12 hours", or a number of days, as filter lists write it. Less than a day is a day, more than a year a year. */
function daysOf(text: string): number | null {
  const [, amount, unit = 'd'] = /^(\d{1,4})\s*(h|d|w|m)?\w*(?:\s*\(.*\))?$/i.exec(text) ?? [];
  if (amount === undefined) return null;
  const days = { h: 1 / 24, d: 1, w: 7, m: 30 }[unit.toLowerCase()] ?? 1;
  return Math.min(365, Math.max(1, Math.ceil(Number(amount) * days)));
}

function readList(json: string): RuleList | null {
  try {
    const parsed = ruleListSchema.safeParse(JSON.parse(json.slice(0, 2000)));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}

/** The head as front matter; nothing when there is nothing to say. */
export function printHead({ licence, expires, lists, rest, action, ...texts }: ListHead): string {
  // A line end in a value would begin a line of its own, and with it a rule.
  const front = Object.fromEntries(Object.entries(texts).map(([key, value]) => [key, value.replace(/\s+/g, ' ').trim()]));
  const lines = [
    ...(licence === undefined ? [] : [`licence: ${licence.replace(/\s+/g, ' ').trim()}`]),
    ...(expires === undefined ? [] : [`expires: ${expires} ${expires === 1 ? 'day' : 'days'}`]),
  ];
  return printFront({ ...front, ...(action !== undefined && { action }), rest: [...lines, ...lists.map((list) => `list: ${JSON.stringify(list)}`), ...rest] });
}
