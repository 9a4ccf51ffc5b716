import { seeded } from '../seeded';

/*
 * Made-up lists of rules that weigh what real ones weigh. Measured on 10,001 real tag names from 87 pages: mean 26.3
 * characters; 30.8 bytes a rule as text, 10.0 bytes a rule deflated at 5,000 rules. `tests/sync/capacity.test.ts`
 * checks that these lists weigh the same.
 */

const START =
  'A Ar Be Bel Ca Cas Da Dra E El Fe Fin Ga Gre Ha Her I Is Ja Jo Ka Kei La Lu Ma Mi Na Ni O Os Pa Per Qui Ra Re Sa Sev Ta To U Va Vi Wi Xan Ya Zu'.split(' ');
const MIDDLE = 'ra le mi no vi sa ri the lo na di ga cu re ti ma li be so ve la ne ki'.split(' ');
const END = 'n s m us a ia el ar on is er ius wen ric lyn o th das ko ne rd'.split(' ');
const WORDS = (
  'Alternate Universe Canon Divergence Fluff Angst Hurt Comfort Slow Burn Friends Enemies to Lovers Established Relationship Modern Setting College High School Coffee Shop Royalty ' +
  'Soulmates Magic Fantasy Post War Time Travel Fix It First Kiss Pining Mutual Idiots in Love Emotional Support Found Family Domestic Kid Fic Past Abuse Implied Referenced Mentioned ' +
  'Panic Attacks Nightmares Trauma Recovery Healing Therapy Sharing a Bed Holding Hands Cuddling Blood Violence Injury Sickfic Whump Torture Kidnapping Rescue Missions Mystery Case ' +
  'Crime Detective Police Doctor Nurse Teacher Student Professor Mafia Gang Assassin Spy Hero Villain Vampire Werewolf Ghost Demon Angel Witch Dragon Mermaid Space Pirate Cyberpunk ' +
  'Texting Social Media Fake Dating Marriage Wedding Divorce Baby Pregnancy Birth Death Grief Mourning Funeral Ambiguous Ending Happy Sad Bittersweet Open Crack Humor Parody Drabble ' +
  'One Shot Series Prompt Challenge Week Month Day Christmas Halloween Valentine Birthday New Year Summer Winter Rain Snow Beach Road Trip Camping Music Band Dance Theatre Art Painting ' +
  'Cooking Baking Restaurant Bakery Flower Tattoo Library Book Letters Diary Dreams Memory Loss Amnesia Secret Identity Reveal Jealousy Possessive Protective Soft Feral Tired Sleepy Drunk'
).split(' ');

/** Different rules as their identities are written: 80 % tags of all kinds, 12 % authors, 6 % works, 2 % conditions. */
export function ruleIds(count: number, seed = 1): string[] {
  const random = seeded(seed);
  const one = <Item>(items: readonly Item[]): Item => items[Math.floor(random() * items.length)]!;
  const name = (): string => one(START) + (random() < 0.6 ? one(MIDDLE) : '') + (random() < 0.25 ? one(MIDDLE) : '') + one(END);
  const cast = Array.from({ length: Math.max(30, count / 2) }, () => `${name()} ${name()}`);
  const words = (): string => Array.from({ length: 2 + Math.floor(random() * 3) }, () => one(WORDS)).join(' ');
  const make = (): string => {
    const kind = random();
    if (kind < 0.28) return `relationship: "${one(cast)}${random() < 0.8 ? '/' : ' & '}${one(cast)}"`;
    if (kind < 0.44) return `character: "${one(cast)}${random() < 0.3 ? ` (${words()})` : ''}"`;
    if (kind < 0.74) return `freeform: "${random() < 0.3 ? `${one(cast)} is ` : ''}${words()}"`;
    if (kind < 0.8) return `fandom: "${words()} - ${name()} ${name()}"`;
    if (kind < 0.92) return `creator: ${name().toLowerCase()}${random() < 0.5 ? name().toLowerCase() : `_${Math.floor(random() * 1000)}`}`;
    if (kind < 0.98) return `work: ${10_000_000 + Math.floor(random() * 60_000_000)}`;
    return `freeform: "${one(cast)}" and words: <${1000 * Math.ceil(random() * 50)}`;
  };
  const made = new Set<string>();
  while (made.size < count) made.add(make());
  return [...made];
}
