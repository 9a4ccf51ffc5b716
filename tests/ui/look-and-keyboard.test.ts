// @vitest-environment jsdom
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { browser } from '../../src/browser';
import { sections } from '../../src/ui/options/sections';
import { get, press, settle, words } from './screen';
import { useStage } from './stage';

const AO3 = { id: 'ao3', name: 'Archive of Our Own', origins: ['https://archiveofourown.org/*'] };

describe('the options', () => {
  const stage = useStage();
  beforeEach(() => localStorage.clear());
  const choose = async (group: string, label: string): Promise<void> => {
    const found = [...document.querySelectorAll('fieldset')].find((one) => one.querySelector('legend')?.textContent === group);
    const option = [...(found?.querySelectorAll('label') ?? [])].find((one) => one.textContent === label);
    await press(option?.querySelector('input') as HTMLInputElement);
  };
  const lookOfPreview = (): string | null | undefined => document.querySelector('.sample')?.parentElement?.getAttribute('data-foldaway-look');

  it('set how folds look, shown at once as they are drawn on pages', async () => {
    await stage.options('#/look');
    expect(lookOfPreview()).toBe('');
    expect([...document.querySelectorAll('.sample > li')].map((item) => item.getAttribute('data-foldaway'))).toEqual(['show', 'fold', 'fold', 'highlight']);
    expect(document.querySelectorAll('.sample foldaway-fold').length).toBe(2);
    await choose('A folded work is', 'a line without a box');
    await choose('Lines are', 'tight');
    await choose('Folded works', 'teal');
    await choose('Highlighted works', 'blue');
    expect(stage.background.settings).toMatchObject({ foldStyle: 'bare', density: 'tight', foldColour: 'teal', highlightColour: 'blue' });
    expect(lookOfPreview()).toBe('bare tight fold-teal highlight-blue');
    await press(get('button', 'Undo'));
    expect(stage.background.settings.highlightColour).toBe('gold');
  });

  it('keep the usual choice as nothing, so that a later version can have another', async () => {
    stage.background.settings.density = 'tight';
    await stage.options('#/look');
    await choose('Lines are', 'as usual');
    expect(stage.background.sent.at(-1)?.name === 'get-settings' ? stage.background.sent.findLast(({ name }) => name === 'set-setting')?.body : null).toEqual({
      name: 'density',
      value: null,
    });
  });

  it('set how much folds say by themselves', async () => {
    await stage.options('#/look');
    const select = document.querySelector('select') as HTMLSelectElement;
    select.value = 'none';
    select.dispatchEvent(new Event('change', { bubbles: true }));
    await settle();
    expect(stage.background.settings.reveal).toBe('none');
  });

  it('tell the shortcuts as they are now, and lead to where they are changed', async () => {
    stage.background.commands = [
      { name: 'toggle-item', shortcut: 'Alt+Shift+S' },
      { name: 'pause', shortcut: '' },
    ];
    const create = vi.fn(async () => ({}));
    Object.defineProperty(browser.tabs, 'create', { configurable: true, value: create });
    await stage.options('#/keyboard');
    expect(words()).toContain('Fold or show the work in focus Alt+Shift+S');
    expect(words()).toContain('Pause or resume in this tab not set');
    await press(get('button', 'Change the shortcuts'));
    expect(create).toHaveBeenCalledWith({ url: 'chrome://extensions/shortcuts' });
    const openShortcutSettings = vi.fn(async () => undefined);
    Object.assign(browser.commands, { openShortcutSettings });
    await press(get('button', 'Change the shortcuts'));
    expect(openShortcutSettings).toHaveBeenCalledOnce();
  });

  it('say where a browser has no shortcuts', async () => {
    Object.defineProperty(browser, 'commands', { configurable: true, value: undefined });
    await stage.options('#/keyboard');
    expect(words()).toContain('This browser has no shortcuts for extensions');
  });

  it('say when the browser does not let an archive be read, and ask for it', async () => {
    stage.background.granted = false;
    await stage.options('#/archives', [AO3]);
    expect(words()).toContain('does not let Foldaway read Archive of Our Own');
    await press(get('button', 'Allow'));
    expect(words()).toContain('Foldaway can read Archive of Our Own now');
    expect(words()).not.toContain('does not let Foldaway read');
  });

  it('name the addresses that were allowed besides the archives, and give them back', async () => {
    stage.background.origins = ['https://archiveofourown.org/works/*', 'https://cloud.example.org/*'];
    await stage.options('#/archives', [AO3]);
    expect(words()).not.toContain('archiveofourown.org/works');
    await press(get('button', 'Take back the permission for https://cloud.example.org/*'));
    expect(words()).toContain('can no longer reach https://cloud.example.org/*');
  });

  it.each(sections.map(({ id }) => id))('explain the section %s, and stay quiet once the explanation is closed', async (id) => {
    await stage.options(`#/${id}`);
    const help = (): Element | null => document.querySelector('.help');
    expect(help()?.querySelector('a')?.getAttribute('href')).toMatch(/^\/guide\.html/);
    await press(get('button', 'Close help'));
    expect(help()).toBeNull();
    expect(document.activeElement).toBe(get('button', 'Help'));
    await stage.options('#/nothing');
    await stage.options(`#/${id}`);
    expect(help()).toBeNull();
    await press(get('button', 'Help'));
    expect(help()).not.toBeNull();
  });
});
