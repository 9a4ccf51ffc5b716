// @vitest-environment jsdom
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { get, press, settle, type, words } from './screen';
import { stored, useStage } from './stage';

describe('import, export and sharing', () => {
  const stage = useStage();
  let saved: { name: string; content: Blob }[];

  beforeEach(() => {
    saved = [];
    let content = new Blob();
    const keep = (blob: Blob): string => {
      content = blob;
      return 'blob:x';
    };
    // There are none here to begin with.
    Object.assign(URL, { createObjectURL: keep, revokeObjectURL: () => undefined });
    vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
      saved.push({ name: this.download, content });
    });
    return () => vi.restoreAllMocks();
  });

  const open = (hash = '#/import-export'): Promise<void> => stage.options(hash);
  const choose = async (...files: File[]): Promise<void> => {
    const input = document.querySelector('input[type=file]') as HTMLInputElement;
    Object.defineProperty(input, 'files', { configurable: true, value: files });
    input.dispatchEvent(new Event('change', { bubbles: true }));
    await settle();
  };
  const labelled = (label: string): HTMLSelectElement =>
    [...document.querySelectorAll('select')].find((one) => one.labels[0]?.textContent?.trim() === label) as HTMLSelectElement;
  const select = async (label: string, value: string): Promise<void> => {
    const field = labelled(label);
    field.value = value;
    field.dispatchEvent(new Event('change', { bubbles: true }));
    await settle();
  };
  const shared = (): Promise<string> =>
    new Promise((done) => {
      const reader = new FileReader();
      reader.onload = () => done(String(reader.result));
      reader.readAsText(saved.at(-1)?.content ?? new Blob());
    });

  it('reads a file as what the reader says it is', async () => {
    await open();
    await choose(new File(['fold tag: Tea\nhide tag: Cake\n'], 'a.txt'));
    expect(words()).toContain('A Foldaway list: 2 rules');
    await select('Read as', 'names');
    expect(words()).toContain('A list of names: 2 rules');
    await select('Read as', 'ao3rdr');
    expect(document.querySelector('[role=group] [role=alert]')?.textContent).not.toBe('');
    expect(document.querySelector('[role=group] .button-main')).toBeNull();
    await select('Read as', '');
    expect(words()).toContain('A Foldaway list: 2 rules');
  });

  it('takes several files, each for itself', async () => {
    await open();
    await choose(new File(['fold tag: Tea'], 'a.txt'), new File(['{"broken'], 'b.json'), new File(['fold tag: Cake'], 'c.txt'));
    expect([...document.querySelectorAll('[role=group]')].map((one) => one.getAttribute('aria-label'))).toEqual(['a.txt', 'b.json', 'c.txt']);
    await press(get('button', 'Add these rules'));
    expect(stage.background.rules.map(({ id }) => id)).toEqual(['tag: "Tea"']);
    expect([...document.querySelectorAll('[role=group]')].map((one) => one.getAttribute('aria-label'))).toEqual(['b.json', 'c.txt']);
  });

  it('does not even read a file that is far too large', async () => {
    await open();
    const file = new File(['x'], 'huge.txt');
    Object.defineProperty(file, 'size', { value: 2_000_000_000 });
    const read = vi.spyOn(file, 'text');
    await choose(file);
    expect(words()).toContain('This file is larger than 10 MB.');
    expect(read).not.toHaveBeenCalled();
  });

  it('looks into open pages at once where the first page leads there', async () => {
    await open('#/import-export/installed');
    expect(document.activeElement?.textContent).toBe('From a blocker that is installed here');
    expect(stage.background.sent.some(({ name }) => name === 'stored-lists')).toBe(true);
  });

  it('shows hostile names and texts as text', async () => {
    await open();
    await choose(
      new File([`---\nname: <img src=x onerror=alert(1)>\n---\nfold tag: "<script>alert(2)</script>"\nnot a rule <b>at all</b>`], '<img src=y>.txt'),
    );
    expect(words()).toContain('<img src=y>.txt');
    expect(words()).toContain('<script>alert(2)</script>');
    expect(document.querySelector('main img, main script, main b')).toBeNull();
  });

  it('shares a list without what is the reader’s own business', async () => {
    stage.background.rules = [{ ...stored('fold tag: Tea'), note: 'because of Tom' }, { ...stored('hide tag: Cake'), off: true }, stored('show tag: Rain')];
    await open();
    await type(get('text', 'Name', document.querySelector('[aria-labelledby=share]') as HTMLElement), 'No tea please ');
    await type(get('text', 'Licence'), 'CC0');
    await press(get('button', 'Save as a file', document.querySelector('[aria-labelledby=share]') as HTMLElement));
    expect(saved[0]?.name).toBe('no-tea-please.txt');
    const content = await shared();
    expect(content).toContain('name: No tea please\n');
    expect(content).toContain('licence: CC0\n');
    expect(content).toContain('tag: "Tea"');
    expect(content).not.toMatch(/Tom|Cake|author/);
    expect(words()).toContain('shows works, which this list may not do until you allow it');
    expect(words()).toContain('Switched off, so it is left out.');
  });

  it('shares rules that were chosen among all', async () => {
    stage.background.rules = [stored('fold tag: Tea'), stored('hide tag: Cake')];
    await open('#/rules');
    const tick = document.querySelector('.rules input[type=checkbox]') as HTMLInputElement;
    tick.click();
    await settle();
    (get('link', 'Share') as HTMLAnchorElement).dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }));
    location.hash = '#/import-export';
    dispatchEvent(new HashChangeEvent('hashchange'));
    await settle();
    expect(words(labelled('What'))).toContain('1 chosen rule');
    await press(get('button', 'Save as a file', document.querySelector('[aria-labelledby=share]') as HTMLElement));
    const content = await shared();
    expect([content.includes('Tea'), content.includes('Cake')].filter(Boolean)).toHaveLength(1);
  });
});
