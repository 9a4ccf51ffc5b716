// @vitest-environment jsdom
import { render } from 'preact';
import { beforeEach, describe, expect, it } from 'vitest';
import { mountOptions } from '../../src/ui/options/index';
import { FakeBackground } from './fake-background';
import { handed } from './handed';
import { get, press, settle, submit, type, words } from './screen';

describe('lists of others', () => {
  let background: FakeBackground;
  let place: HTMLElement;

  beforeEach(() => {
    background = new FakeBackground();
    background.install();
    place = document.createElement('div');
    document.body.replaceChildren(place);
    return () => render(null, place);
  });

  const open = async (hash: string): Promise<void> => {
    location.hash = hash;
    mountOptions(place, handed());
    await settle();
  };

  it('are looked at before they are subscribed to', async () => {
    await open('#/subscriptions');
    await type(get('text', 'Address of a list'), 'https://lists.test/shared.txt');
    await submit(document.querySelector('input[type=url]') as HTMLElement);
    expect(words()).toContain('1,200 rules · by somebody · Version 7 · CC0');
    expect(background.subscriptions).toEqual([]);
    await press(get('button', 'Subscribe'));
    expect(background.subscriptions).toHaveLength(1);
    expect(words()).toContain('Up to date.');
    expect(get('switch', 'Let its 2 rules that show works win over others')).toBeTruthy();
  });

  it('are not fetched without the permission', async () => {
    background.permits = false;
    await open('#/subscriptions');
    await type(document.querySelector('input[type=url]') as HTMLElement, 'https://lists.test/shared.txt');
    await submit(document.querySelector('input[type=url]') as HTMLElement);
    expect(words()).toContain('Without the permission the list cannot be fetched.');
    expect(background.sent.some(({ name }) => name === 'preview-subscription')).toBe(false);
  });

  it('say in words what is wrong with an address', async () => {
    background.refuse = { name: 'preview-subscription', code: 'address-not_https' };
    await open('#/subscriptions');
    await type(document.querySelector('input[type=url]') as HTMLElement, 'http://lists.test/shared.txt');
    await submit(document.querySelector('input[type=url]') as HTMLElement);
    expect(words()).toContain('The address of a list begins with https://.');
  });

  it('are found in open pages where another blocker keeps them', async () => {
    await open('#/import-export');
    await press(get('button', 'Look in open pages'));
    expect(words()).toContain('No page of an archive is open.');
    background.stored = { pages: 2, found: [] };
    await press(get('button', 'Look in open pages'));
    expect(words()).toContain('No lists of other blockers were found');
  });
});
