// @vitest-environment jsdom
import { beforeEach, describe, expect, it } from 'vitest';
import { originsOf } from '../../src/archives/adapter';
import { ao3 } from '../../src/archives/ao3';
import { royalRoad } from '../../src/archives/royal-road';
import { all, get, press, settle, submit, type, words } from './screen';
import { useStage } from './stage';

const HOST = 'www.royalroad.com';
const SITES = [
  { id: ao3.id, name: ao3.name, origins: originsOf(ao3) },
  { id: royalRoad.id, name: royalRoad.name, origins: originsOf(royalRoad), optional: true },
];

describe('an archive that the reader switches on', () => {
  const stage = useStage();
  beforeEach(() => void stage.background.denied.add(`https://${HOST}/*`));
  const open = (): Promise<void> => stage.options('#/archives', SITES);
  const left = (): unknown[] => stage.background.sent.filter(({ name }) => name === 'leave-site').map(({ body }) => body);
  const switchOn = (): HTMLElement => get('button', 'Switch on Royal Road');

  it('is no archive of the start, and is not there before it is asked for', async () => {
    await open();
    expect(get('switch', ao3.name)).toBeTruthy();
    expect(all('switch', 'Royal Road')).toEqual([]);
    expect(switchOn()).toBeTruthy();
  });

  it('is read once the browser allows it', async () => {
    await open();
    await press(switchOn());
    expect(words()).toContain('Foldaway can read Royal Road now. Reload pages that are open.');
    expect(get<HTMLInputElement>('switch', 'Royal Road').checked).toBe(true);
    expect(all('button', 'Switch on Royal Road')).toEqual([]);
  });

  it('stays as it is when the browser or the reader refuses', async () => {
    stage.background.permits = false;
    await open();
    await press(switchOn());
    expect(words()).toContain('Still not allowed; nothing is filtered on Royal Road.');
    expect(switchOn()).toBeTruthy();
  });

  it('filters again when it was switched off before its permission went', async () => {
    stage.background.settings.sitesOff = ['royal-road'];
    await open();
    await press(switchOn());
    expect(stage.background.settings.sitesOff).toEqual([]);
  });

  it('can be switched off with its permission kept, as in the popup', async () => {
    stage.background.denied.clear();
    await open();
    await press(get('switch', 'Royal Road'));
    expect(stage.background.settings.sitesOff).toEqual(['royal-road']);
    expect(left()).toEqual([]);
  });

  it('gives its permission back when it is removed', async () => {
    stage.background.denied.clear();
    await open();
    await press(get('button', 'Remove Royal Road'));
    expect(left()).toEqual([{ host: HOST }]);
    expect(words()).toContain('Royal Road is switched off, and the permission is given back.');
    expect(switchOn()).toBeTruthy();
  });

  it('says so when the permission stays, since something else needs it', async () => {
    stage.background.denied.clear();
    stage.background.needed.add(HOST);
    await open();
    await press(get('button', 'Remove Royal Road'));
    expect(words()).toContain('The browser did not take back the permission for Royal Road.');
    expect(get('switch', 'Royal Road')).toBeTruthy();
  });

  it('says what is wrong when the background does not answer', async () => {
    stage.background.denied.clear();
    stage.background.refuse = { name: 'leave-site', code: 'no-answer' };
    await open();
    await press(get('button', 'Remove Royal Road'));
    expect(words()).toContain('did not answer');
  });

  it('is seen to be off after its permission was taken away in the browser’s own settings', async () => {
    stage.background.denied.clear();
    await open();
    stage.background.denied.add(`https://${HOST}/*`);
    document.dispatchEvent(new Event('visibilitychange'));
    await settle();
    expect(switchOn()).toBeTruthy();
  });

  it.each(['https://www.royalroad.com/fictions/best-rated', 'royalroad.com'])(
    'is switched on by its address %s too, instead of being looked at',
    async (address) => {
      await open();
      await type(get('text', 'Address of an archive'), address);
      await submit(get('text', 'Address of an archive'));
      await settle();
      expect(words()).toContain('Foldaway can read Royal Road now.');
      expect(get<HTMLInputElement>('text', 'Address of an archive').value).toBe('');
      expect(stage.background.sent.filter(({ name }) => ['sniff-site', 'ask-front-page', 'add-site'].includes(name))).toEqual([]);
    },
  );
});
