// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { browser } from '../../src/browser';
import { get, press, submit, type, words } from './screen';
import { useStage } from './stage';

describe('lists of others', () => {
  const stage = useStage();

  const open = (hash = ''): Promise<void> => stage.options(hash);

  it('are looked at before they are subscribed to', async () => {
    await open('#/subscriptions');
    await type(get('text', 'Address of a list'), 'https://lists.test/shared.txt');
    await submit(document.querySelector('input[type=url]') as HTMLElement);
    expect(words()).toContain('1,200 rules · by somebody · Version 7 · CC0');
    expect(stage.background.subscriptions).toEqual([]);
    await press(get('button', 'Subscribe'));
    expect(stage.background.subscriptions).toHaveLength(1);
    expect(words()).toContain('Up to date.');
    expect(get('switch', 'Let its 2 rules that show works win over others')).toBeTruthy();
  });

  it('are not fetched without the permission', async () => {
    stage.background.permits = false;
    await open('#/subscriptions');
    await type(document.querySelector('input[type=url]') as HTMLElement, 'https://lists.test/shared.txt');
    await submit(document.querySelector('input[type=url]') as HTMLElement);
    expect(words()).toContain('Without the permission the list cannot be fetched.');
    expect(stage.background.sent.some(({ name }) => name === 'preview-subscription')).toBe(false);
  });

  it('say so when the browser does not even ask for the permission', async () => {
    Object.defineProperty(browser.permissions, 'request', { value: () => Promise.reject(new Error('only from a press')) });
    await open('#/subscriptions');
    await type(get('text', 'Address of a list'), 'https://lists.test/shared.txt');
    await submit(get('text', 'Address of a list'));
    expect(words()).toContain('only from a press');
  });

  it('say in words what is wrong with an address', async () => {
    stage.background.refuse = { name: 'preview-subscription', code: 'address-not_https' };
    await open('#/subscriptions');
    await type(document.querySelector('input[type=url]') as HTMLElement, 'http://lists.test/shared.txt');
    await submit(document.querySelector('input[type=url]') as HTMLElement);
    expect(words()).toContain('The address of a list begins with https://.');
  });

  it('are found in open pages where another blocker keeps them', async () => {
    await open('#/import-export');
    await press(get('button', 'Look in open pages'));
    expect(words()).toContain('No page of an archive is open.');
    stage.background.stored = { pages: 2, found: [] };
    await press(get('button', 'Look in open pages'));
    expect(words()).toContain('No lists of other blockers were found');
  });
});
