// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { mountOptions } from '../../src/ui/options/index';
import { mountWelcome } from '../../src/ui/welcome/index';
import { handed } from './handed';
import { get, press, settle, words } from './screen';
import { useStage } from './stage';

const theme = (id: string): HTMLElement => {
  const box = [...document.querySelectorAll<HTMLElement>('.theme input')].find((one) => one.getAttribute('aria-labelledby')?.endsWith(`-${id}`));
  if (box === undefined) throw new Error(`no theme ${id}`);
  return box;
};

describe('choosing themes', () => {
  const stage = useStage();

  it('on the first page makes one rule a theme, in a list whose folds say nothing', async () => {
    mountWelcome(stage.place, '#begun');
    await settle();
    await press(theme('suicide'));
    await press(theme('self-harm'));
    await press(get('button', 'Save and start reading'));
    expect(stage.background.rules.map(({ id, list }) => [id, list])).toEqual([
      ['theme: suicide', 'themes'],
      ['theme: self-harm', 'themes'],
    ]);
    expect(stage.background.lists.at(-1)).toMatchObject({ id: 'themes', reveal: 'none' });
    expect(location.hash).toBe('#begun');
  });

  it('can be skipped', async () => {
    mountWelcome(stage.place, '#skipped');
    await settle();
    await press(get('button', 'Start reading'));
    expect(location.hash).toBe('#skipped');
    expect(stage.background.sent.map(({ name }) => name)).toEqual(['stored-lists']);
  });

  it('is joined by the offer to bring lists of another blocker, where an open page holds some', async () => {
    stage.background.stored = { pages: 1, found: [{ site: 'Archive of Our Own', entries: { ao3_quick_hide_config: '{}' } }] };
    mountWelcome(stage.place, '#x');
    await settle();
    expect(words()).toContain('Lists of another blocker are in an open page of Archive of Our Own.');
    expect(get('link', 'Look at them and bring them in').getAttribute('href')).toBe('chrome-extension://test/options.html#/import-export/installed');
  });

  it('is joined by the way to sync, which can be put off', async () => {
    mountWelcome(stage.place, '#x');
    await settle();
    expect(get('link', 'Connect sync').getAttribute('href')).toBe('chrome-extension://test/options.html#/sync');
    await press(get('button', 'Later'));
    expect(words()).not.toContain('Connect sync');
    expect(document.activeElement?.textContent).toBe('Start reading');
    expect(words()).not.toContain('Lists of another blocker');
  });

  it('shows what a theme covers, and tags that are examples of it, at a press', async () => {
    mountWelcome(stage.place, '#covers');
    await settle();
    const more = theme('vomit').closest('li')?.querySelector('details');
    expect(words()).not.toContain('Emetophobia');
    await press(get('summary', 'What it covers', more ?? document));
    if (more) more.open = true;
    await settle();
    expect(words(more ?? undefined)).toContain('Tags such as “Vomiting”, “Emetophobia”, “Throwing Up”');
    expect((theme('vomit') as HTMLInputElement).checked).toBe(false);
  });

  it('lists what the reader decided otherwise under its theme, to be removed and taken back', async () => {
    stage.background.corrections = { 'theme-clean:vomit:word vomit': 'Word Vomit', 'theme-added:self-harm:whumptober': 'Whumptober' };
    location.hash = '#/themes';
    mountOptions(stage.place, handed());
    await settle();
    const said = (id: string): string => words(theme(id).closest('li') ?? undefined);
    expect(said('vomit')).toContain('“Word Vomit” is not about this');
    expect(said('self-harm')).toContain('“Whumptober” is about this');
    await press(get('button', 'Remove', theme('vomit').closest('li') ?? document));
    expect(Object.keys(stage.background.corrections)).toEqual(['theme-added:self-harm:whumptober']);
    expect(said('vomit')).not.toContain('Word Vomit');
    await press(get('button', 'Undo'));
    expect(said('vomit')).toContain('“Word Vomit” is not about this');
  });

  it('in the options makes and removes rules at once', async () => {
    location.hash = '#/themes';
    mountOptions(stage.place, handed());
    await settle();
    await press(theme('vomit'));
    expect(stage.background.rules).toMatchObject([{ id: 'theme: vomit', list: 'themes' }]);
    expect((theme('vomit') as HTMLInputElement).checked).toBe(true);
    await press(theme('vomit'));
    expect(stage.background.rules).toEqual([]);
    await press(get('button', 'Undo'));
    expect(words()).toContain('Taken back.');
    expect(stage.background.rules).toHaveLength(1);
  });
});
