import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { getMessage } from '../fake-extension';
import { openArchive, openReader } from './harness/open';
import { BROWSERS, fieldNamed, pressNamed, says, type Tab } from './harness/reader';

const PASSPHRASE = 'a passphrase of my own';
const folder = mkdtempSync(join(tmpdir(), 'foldaway-file-'));
const file = join(folder, 'everything.foldaway');

const passphraseOf = (tab: Tab): Promise<string> => fieldNamed(tab, getMessage('sync_file_passphrase'));

/** Presses "Save a file" and hands over what the browser would have saved. */
async function savedBytes(tab: Tab): Promise<Buffer> {
  await tab.evaluate(() => {
    const kept = window as unknown as { saved?: Blob };
    HTMLAnchorElement.prototype.click = () => undefined;
    URL.createObjectURL = (blob) => {
      kept.saved = blob as Blob;
      return 'blob:kept';
    };
  }, null);
  await pressNamed(tab, getMessage('sync_file_save'));
  await tab.until(() => (window as unknown as { saved?: Blob }).saved !== undefined, null);
  const bytes = await tab.evaluate(async () => [...new Uint8Array(await (window as unknown as { saved: Blob }).saved.arrayBuffer())], null);
  return Buffer.from(bytes);
}

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe.each(BROWSERS)('in %s, a file with everything', (browser) => {
  const archive = openArchive(undefined, 20);
  const reader = openReader(browser, archive);
  const rules = async (): Promise<string[]> => (await reader.send('get-rules', {})).rules.map(({ id }) => id).sort();

  it('is encrypted with a passphrase, opens with that one only, and brings back what was removed since', async () => {
    const ids = await reader.addRules('fold freeform: "Very Private"\nfold freeform: Fluff\nfold freeform: Angst');
    const saving = await reader.own('options.html#/sync');
    await saving.type(await passphraseOf(saving), PASSPHRASE);
    const bytes = await savedBytes(saving);
    expect(bytes.toString('latin1')).not.toMatch(/Private|Fluff/);
    writeFileSync(file, bytes);
    await saving.close();
    await reader.send('remove-rules', { ids: ids.slice(0, 2) });

    const wrong = await reader.own('options.html#/sync');
    await wrong.type(await passphraseOf(wrong), 'another passphrase');
    await wrong.upload('input[type=file]', file);
    await says(wrong, '.notice-bad', getMessage('error_sync_locked'));
    await wrong.close();

    const right = await reader.own('options.html#/sync');
    await right.type(await passphraseOf(right), PASSPHRASE);
    await right.upload('input[type=file]', file);
    await says(right, 'main', getMessage('sync_preview', ['1', '3', '1']));
    await says(right, 'main', getMessage('sync_file_back_again', ['2']));
    await right.press('.notice .switch');
    await right.until(() => document.querySelector<HTMLInputElement>('.notice [role=switch]')?.checked === true, null);
    await pressNamed(right, getMessage('sync_file_merge'));
    await says(right, '.toasts', getMessage('sync_file_merged'));
    expect(await rules()).toEqual([...ids].sort());
    await right.close();
  });

  it('and a single change of what it brought is taken back in the history', async () => {
    const tab = await reader.own('options.html#/history');
    await pressNamed(tab, getMessage('options_details'));
    await tab.until(() => document.querySelectorAll('.changes li').length === 2, null);
    const [first] = await tab.evaluate(() => [...document.querySelectorAll('.changes code')].map((one) => one.textContent ?? ''), null);
    await tab.press('.changes li:first-child button');
    await says(tab, '.toasts', getMessage('ui_undone'));
    const left = await rules();
    expect(left).toHaveLength(2);
    expect(left.some((id) => first?.includes(id))).toBe(false);
    await tab.close();
  });
});
