// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { get, press, settle, words } from './screen';
import { useStage } from './stage';

describe('data that was set aside', () => {
  const stage = useStage();
  const forgotten = (): boolean => stage.background.sent.some(({ name }) => name === 'forget-set-aside');
  beforeEach(async () => {
    stage.background.trouble = [{ code: 'entry', detail: '{}' }];
    await stage.options('#/rules');
  });
  afterEach(() => vi.useRealTimers());

  it('says that the rules themselves were, and where they may come back from', async () => {
    stage.background.trouble = [{ code: 'document', detail: '7' }];
    await stage.options('#/lists');
    await stage.options('#/rules');
    expect(words()).toContain('Your rules could not be read');
    expect(words()).toContain('The newest copy that Foldaway had kept stands in their place');
  });

  it('is nothing that a newer Foldaway wrote: that is to be updated, and there is nothing to save or to delete', async () => {
    stage.background.trouble = [{ code: 'newer-version', detail: '2' }];
    await stage.options('#/lists');
    await stage.options('#/rules');
    expect(words()).toContain('Your data was written by a newer Foldaway. Update this one');
    expect(words()).not.toMatch(/set aside|Everything else works|Delete it for good/);
  });

  it('is deleted once the reader can no longer take it back', async () => {
    vi.useFakeTimers();
    get('button', 'Delete it for good').click();
    await vi.advanceTimersByTimeAsync(100);
    expect(words()).toContain('What was set aside is deleted.');
    expect(words()).not.toContain('was set aside. Nothing');
    expect(forgotten()).toBe(false);
    await vi.advanceTimersByTimeAsync(13_000);
    expect(forgotten()).toBe(true);
  });

  it('stays when the reader takes that back', async () => {
    await press(get('button', 'Delete it for good'));
    await press(get('button', 'Undo'));
    expect(words()).toContain('Taken back.');
    expect(words()).toContain('Nothing of it was deleted');
    await settle();
    expect(forgotten()).toBe(false);
  });

  it('is deleted at once when something else is done, which then can be taken back', async () => {
    await press(get('button', 'Delete it for good'));
    const field = get<HTMLInputElement>('text', 'Add a rule');
    field.value = 'fold tag: Tea';
    field.dispatchEvent(new Event('input', { bubbles: true }));
    await settle();
    field.form?.requestSubmit();
    await settle();
    expect(forgotten()).toBe(true);
    expect(words()).toContain('Rule added.');
  });

  it('stays when it cannot be deleted, and the reader is told', async () => {
    stage.background.refuse = { name: 'forget-set-aside', code: 'write-failed' };
    vi.useFakeTimers();
    get('button', 'Delete it for good').click();
    await vi.advanceTimersByTimeAsync(13_000);
    expect(words()).toContain('The browser could not store this');
    expect(words()).toContain('Nothing of it was deleted');
  });
});
