// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import type { RequestName } from '../../src/messages/table';
import { mountPopup } from '../../src/ui/popup/index';
import { get, press, settle, words } from './screen';
import { useStage } from './stage';

describe('a control whose edit failed', () => {
  const stage = useStage();
  const refuse = (name: RequestName): void => void (stage.background.refuse = { name, code: 'write-failed' });

  it('is a switch as it was', async () => {
    await stage.options('#/lists');
    refuse('put-list');
    await press(get('switch', 'Use My rules'));
    expect(words()).toContain('no room left');
    expect(get<HTMLInputElement>('switch', 'Use My rules').checked).toBe(true);
  });

  it('is a choice as it was', async () => {
    await stage.options('#/lists');
    refuse('put-list');
    const reveal = document.querySelector('section select') as HTMLSelectElement;
    reveal.value = 'none';
    reveal.dispatchEvent(new Event('change', { bubbles: true }));
    await settle();
    expect(reveal.value).toBe('');
  });

  it('is one of a few as it was', async () => {
    await stage.options('#/look');
    refuse('set-setting');
    const bare = [...document.querySelectorAll('label')].find((one) => one.textContent === 'a line without a box')?.querySelector('input') as HTMLInputElement;
    await press(bare);
    expect(bare.checked).toBe(false);
    expect(bare.closest('fieldset')?.querySelector<HTMLInputElement>('input:checked')?.parentElement?.textContent).toBe('a line in the archive’s box');
  });

  it('is a tick as it was', async () => {
    await stage.options('#/themes');
    refuse('add-rules');
    const tick = document.querySelector('.theme input') as HTMLInputElement;
    await press(tick);
    expect(tick.checked).toBe(false);
  });

  it('is the switch of an archive as it was, in the popup', async () => {
    stage.background.report = {
      archive: 'ao3',
      archiveName: 'Archive of Our Own',
      state: 'off',
      judged: 0,
      folded: 0,
      hidden: 0,
      items: [],
      unreadable: [],
      withheld: [],
      preferences: null,
    };
    mountPopup(stage.place, { optional: [], isLeftAlone: () => false });
    await settle();
    refuse('set-setting');
    await press(get('switch', 'Filter Archive of Our Own'));
    expect(words()).toContain('no room left');
    expect(get<HTMLInputElement>('switch', 'Filter Archive of Our Own').checked).toBe(true);
  });
});
