import { describe, expect, it } from 'vitest';
import { themesOfTag } from '../../../src/rules/themes/recognise';

/** The themes of a free tag as "theme level, theme level", in the order of the picker. */
const said = (tag: string): string =>
  themesOfTag(tag, 'freeform')
    .map(({ theme, level }) => `${theme} ${level}`)
    .join(', ');

/** Tag, what is said about it. */
type Case = [tag: string, themes: string];

const examples = (title: string, cases: Case[]): void => {
  it.each(cases)(`${title}: %s`, (tag, themes) => expect(said(tag)).toBe(themes));
};

describe('negation', () => {
  examples('denies the noun behind it', [
    ['no rape', 'non-consent negated'],
    ['No Major Character Death', 'character-death negated'],
    ['no actual on-screen noncon', 'non-consent negated'],
    ['no in scene noncon', 'non-consent negated'],
    ['without mind control', 'mind-control negated'],
  ]);
  examples('denies a list, up to a word that ends it', [
    ['no rape or non-con', 'non-consent negated'],
    ['no death/gore', 'character-death negated, gore-and-torture negated'],
    ['no rape but violence', 'non-consent negated, gore-and-torture present'],
    ['no plot just noncon', 'non-consent present'],
    ['not canon compliant, major character death', 'character-death present'],
    ['Not Canon Compliant; Major Character Death', 'character-death present'],
  ]);
  examples('denies a clause', [
    ['nobody dies', 'character-death negated'],
    ['Everyone Lives/Nobody Dies', 'character-death negated'],
    ["Tony doesn't die", 'character-death negated'],
    ['not actually underage', 'underage negated'],
    ['it isn’t rape', 'non-consent negated'],
  ]);
  examples('may stand behind', [
    ['Rape (none shown)', 'non-consent negated'],
    ['abuse-free', 'abuse negated'],
    ["character death doesn't happen", 'character-death negated'],
  ]);
  examples('twice affirms', [
    ['not without violence', 'gore-and-torture present'],
    ['never not drinking', 'substance-abuse present'],
  ]);
  examples('of knowing or coping denies nothing', [
    ['nobody knows about the abuse', 'abuse present'],
    ["doesn't remember the kidnapping", 'kidnapping present'],
    ['not just abuse', 'abuse present'],
  ]);
  examples('denies nothing by itself', [
    ['not as dark as it sounds', ''],
    ['No Archive Warnings Apply', ''],
    ['no beta we die like men', ''],
    ['No Beta - We Die Like Jason Todd', ''],
  ]);
  examples('within a phrase belongs to the phrase', [
    ['Hurt No Comfort', 'unhappy-ending present'],
    ['Not A Happy Ending', 'unhappy-ending present'],
    ['Non-Graphic Violence', 'gore-and-torture present'],
    ['not a sad ending', 'unhappy-ending negated'],
  ]);
});

describe('qualification', () => {
  examples('makes a reference of what is past, implied or mentioned', [
    ['Past Rape/Non-con', 'non-consent referenced'],
    ['Implied/Referenced Suicide', 'suicide referenced'],
    ['mentions of blood', 'gore-and-torture referenced'],
    ['Rape Aftermath', 'non-consent referenced'],
    ['Abuse (mentioned)', 'abuse referenced'],
    ['Former drug addict Roy Harper', 'substance-abuse referenced'],
  ]);
  examples('reaches over lists', [
    ['mentions of rape and murder', 'non-consent referenced, character-death referenced'],
    ['Past Abuse and Violence', 'abuse referenced, gore-and-torture referenced'],
  ]);
  examples('takes an attempt for a reference, but not with suicide', [
    ['Attempted Rape/Non-Con', 'non-consent referenced'],
    ['Attempted Murder', 'character-death referenced'],
    ['Attempted Suicide', 'suicide present'],
    ['Suicide Attempt', 'suicide present'],
    ['Past Suicide Attempt', 'suicide referenced'],
  ]);
  examples('leaves alone what it does not speak of', [
    ['past relationships and current self-harm', 'self-harm present'],
    ['Minor Character Death', 'character-death present'],
    ['Temporary Character Death', 'character-death present'],
    ['abuse/implied rape', 'non-consent referenced, abuse present'],
  ]);
});

describe('spelling', () => {
  examples('is seen through', [
    ['r*pe', 'non-consent present'],
    ['r@pe', 'non-consent present'],
    ['r-pe', 'non-consent present'],
    ['r a p e', 'non-consent present'],
    ['n0n-c0n', 'non-consent present'],
    ['noncon', 'non-consent present'],
    ['dub con', 'dubious-consent present'],
    ['su1c1de', 'suicide present'],
    ['s**cide', 'suicide present'],
    ['selfharm', 'self-harm present'],
    ['self-h@rm', 'self-harm present'],
    ['M!nd C0ntrol', 'mind-control present'],
    ['ＲＡＰＥ', 'non-consent present'],
    ['Räpe', 'non-consent present'],
    ['TW: SA', 'non-consent present'],
    ['A/B/O', 'omegaverse present'],
  ]);
  examples('stops at the borders of words', [
    ['Grape', ''],
    ['Therapist', ''],
    ['Drapes', ''],
    ['Skyscraper', ''],
    ['modern!Bucky', ''],
    ['5+1 Things', ''],
  ]);
});

describe('names, titles and idioms', () => {
  examples('are clean', [
    ['Suicide Squad', ''],
    ['Death Note', ''],
    ['Death (Discworld)', ''],
    ['Blood Brothers', ''],
    ['Therapy', ''],
    ['killing it', ''],
    ['dead tired', ''],
    ["I'm dying", ''],
    ['dead inside', ''],
    ['Angst with a Happy Ending', ''],
    ['Hurt/Comfort', ''],
    ['Hypnosis Mic: Division Rap Battle', ''],
    ['Alpha Centauri', ''],
  ]);

  it.each([
    ['Death (Discworld)', 'character'],
    ['Blood Raven', 'character'],
    ['Omega (Mass Effect)', 'character'],
    ['Suicide Squad (Movies)', 'fandom'],
    ['Watanabe You/Takami Chika', 'relationship'],
    ['Explicit', 'category'],
  ] as const)('are clean where they belong: %s as a %s', (tag, kind) => expect(themesOfTag(tag, kind)).toEqual([]));

  it.each([
    ['Steve Rogers/Reader', 'relationship', 'reader-insert'],
    ['Steve Rogers x You', 'relationship', 'reader-insert'],
    ['Original Omega Character(s)', 'character', 'omegaverse'],
    ['Y/N', 'character', 'reader-insert'],
    ['Hockey RPF', 'fandom', 'real-people'],
    ['Underage', 'warning', 'underage'],
    ['Rape/Non-Con', 'warning', 'non-consent'],
  ] as const)('tell where they say so: %s as a %s', (tag, kind, theme) => expect(themesOfTag(tag, kind)).toEqual([{ theme, level: 'present', words: [tag] }]));
});
