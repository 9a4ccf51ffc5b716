import abuse from './abuse.json';
import aiGenerated from './ai-generated.json';
import animalHarm from './animal-harm.json';
import bigotry from './bigotry.json';
import characterBashing from './character-bashing.json';
import characterDeath from './character-death.json';
import domesticViolence from './domestic-violence.json';
import dubiousConsent from './dubious-consent.json';
import eatingDisorders from './eating-disorders.json';
import goreAndTorture from './gore-and-torture.json';
import incest from './incest.json';
import infidelity from './infidelity.json';
import kidnapping from './kidnapping.json';
import medical from './medical.json';
import mindControl from './mind-control.json';
import miscarriage from './miscarriage.json';
import nonConsent from './non-consent.json';
import omegaverse from './omegaverse.json';
import pregnancy from './pregnancy.json';
import readerInsert from './reader-insert.json';
import realPeople from './real-people.json';
import selfHarm from './self-harm.json';
import substanceAbuse from './substance-abuse.json';
import suicide from './suicide.json';
import underage from './underage.json';
import unhappyEnding from './unhappy-ending.json';
import vomit from './vomit.json';
import words from './words.json';
import type { Language } from '../../language';

/** English: the words that turn phrases around, and one file a theme. How to read and correct them: docs/themes.md. */
export const english: Language = {
  words,
  themes: {
    'non-consent': nonConsent,
    'dubious-consent': dubiousConsent,
    underage,
    incest,
    'character-death': characterDeath,
    suicide,
    'self-harm': selfHarm,
    abuse,
    'domestic-violence': domesticViolence,
    'gore-and-torture': goreAndTorture,
    'eating-disorders': eatingDisorders,
    pregnancy,
    miscarriage,
    'substance-abuse': substanceAbuse,
    infidelity,
    omegaverse,
    bigotry,
    'animal-harm': animalHarm,
    vomit,
    medical,
    kidnapping,
    'mind-control': mindControl,
    'unhappy-ending': unhappyEnding,
    'character-bashing': characterBashing,
    'reader-insert': readerInsert,
    'real-people': realPeople,
    'ai-generated': aiGenerated,
  },
};
