import type { UserSpec } from '../markup/spec';
import type { Random } from '../random';
import { LOGIN_ENDS, LOGIN_STARTS } from './words';

/** Works of people who left the archive belong to this account. */
const ORPHAN_LOGIN = 'orphan_account';
const ORPHAN_ID = 9;
const FIRST_ID = 20_001;

/** Accounts whose names are hard to read: capitals, digits, other scripts in the pseud, the word "Anonymous". */
const ODD: readonly UserSpec[] = [
  { id: 11_001, login: 'Anonymous_Heron', pseud: 'Anonymous' },
  { id: 11_002, login: 'Asa_Lindqvist', pseud: 'åsa & the moths' },
  { id: 11_003, login: 'tin_fox_02', pseud: 'Фокс' },
  { id: 11_004, login: 'LongPseudWriter', pseud: 'writer of very long things 2025' },
  { id: 11_005, login: 'by_for_and', pseud: 'by for and' },
];

/** Accounts of the demo archive. One in seven shows a pseud other than its login. */
export function makePeople(random: Random, count: number): UserSpec[] {
  const logins = new Set<string>();
  while (logins.size < count) {
    const name = `${random.pick(LOGIN_STARTS)}${random.chance(0.3) ? '_' : ''}${random.pick(LOGIN_ENDS)}`;
    logins.add(random.chance(0.5) || logins.has(name) ? `${name}${random.int(2, 999)}` : name);
  }
  const usual = [...logins].map((login, index): UserSpec => {
    const account = { id: FIRST_ID + index, login };
    return random.chance(1 / 7) ? { ...account, pseud: `${random.pick(LOGIN_ENDS)} of ${random.pick(LOGIN_STARTS)}` } : account;
  });
  return [...ODD, ...usual];
}

/** The account of a departed writer, under an old pseud or under none. */
export const orphan = (pseud?: string): UserSpec => ({ id: ORPHAN_ID, login: ORPHAN_LOGIN, ...(pseud === undefined ? {} : { pseud }) });
