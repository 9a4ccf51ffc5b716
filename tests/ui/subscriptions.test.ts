// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { get, press, submit, type, words } from './screen';
import { useStage } from './stage';

describe('lists of others', () => {
  const stage = useStage();

  const open = (hash = ''): Promise<void> => stage.options(hash);

  it('are looked at before they are subscribed to', async () => {
    await open('#/subscriptions');
    await type(get('text', 'Address of a list'), 'https://lists.test/shared.txt');
    await submit(get('text', 'Address of a list'));
    expect(words()).toContain('1,200 rules · by somebody · Version 7 · CC0');
    expect(stage.background.subscriptions).toEqual([]);
    await press(get('button', 'Subscribe'));
    expect(stage.background.subscriptions).toHaveLength(1);
    expect(words()).toContain('Up to date.');
    expect(get('switch', 'Let its 2 rules that show works win over others')).toBeTruthy();
  });

  it.each([false, 'fails' as const])('are not fetched without the permission (%s)', async (permits) => {
    stage.background.permits = permits;
    await open('#/subscriptions');
    await type(get('text', 'Address of a list'), 'https://lists.test/shared.txt');
    await submit(get('text', 'Address of a list'));
    expect(words()).toContain('Without the permission the list cannot be fetched.');
    expect(stage.background.sent.some(({ name }) => name === 'preview-subscription')).toBe(false);
  });

  it.each([false, 'fails' as const])('say that another device’s list is not fetched while the browser does not allow it (%s)', async (permits) => {
    await open('#/subscriptions');
    await type(get('text', 'Address of a list'), 'https://lists.test/shared.txt');
    await submit(get('text', 'Address of a list'));
    await press(get('button', 'Subscribe'));
    for (const subscription of stage.background.subscriptions) subscription.permitted = false;
    await open();
    await open('#/subscriptions');
    stage.background.permits = permits;
    await press(get('button', 'Allow'));
    expect(words()).toContain('Without the permission the list cannot be fetched.');
    expect(stage.background.sent.some(({ name }) => name === 'refresh-subscription')).toBe(false);
    stage.background.permits = true;
    await press(get('button', 'Allow'));
    expect(stage.background.sent.some(({ name }) => name === 'refresh-subscription')).toBe(true);
  });

  it('say in words what is wrong with an address', async () => {
    stage.background.refuse = { name: 'preview-subscription', code: 'address-not_https' };
    await open('#/subscriptions');
    await type(get('text', 'Address of a list'), 'http://lists.test/shared.txt');
    await submit(get('text', 'Address of a list'));
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
