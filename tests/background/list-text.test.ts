import { beforeEach, describe, expect, it } from 'vitest';
import { editHandlers } from '../../entrypoints/background/edits';
import { exchangeHandlers } from '../../entrypoints/background/exchange';
import { historyHandlers } from '../../entrypoints/background/history';
import { MemoryArea, storeOver } from '../storage/memory-area';

const TEXT = [
  '# Ships',
  '# (all of them)',
  'fold relationship: "A/B"',
  'fold relationship: "C/D"',
  '',
  '# ---',
  '# Tropes',
  'fold freform: Angst',
  'fold freeform: "Fluff"',
  '# ---',
  '# The end',
].join('\n');
const WITHOUT_BLANKS = `${TEXT.replace('\n\n', '\n')}\n`;

describe('a list as text', () => {
  let area: MemoryArea;
  let store: ReturnType<typeof storeOver>;
  const read = async (): Promise<string> => (await exchangeHandlers(store)['export-rules']({ list: 'mine' })).text;
  const save = async (text: string, was?: string): Promise<string> =>
    (await historyHandlers(store)['replace-list']({ list: 'mine', text, ...(was !== undefined && { was }) })).undo;
  beforeEach(() => {
    area = new MemoryArea();
    store = storeOver(area);
  });

  it('keeps comments and lines that cannot be read where they were written', async () => {
    await save(TEXT);
    expect(await read()).toBe(WITHOUT_BLANKS);
    store = storeOver(area.restarted());
    expect(await read()).toBe(WITHOUT_BLANKS);
  });

  it('keeps new rules and moved ones where they were written', async () => {
    await save(TEXT);
    const moved = (await read())
      .replace('fold relationship: "C/D"\n', '')
      .replace('# (all of them)\n', '# (all of them)\nfold relationship: "E/F"\nfold relationship: "C/D"\n');
    await save(moved, await read());
    expect(await read()).toBe(moved);
  });

  it('keeps a heading above what is left when the rule below it is removed', async () => {
    await save(TEXT);
    const [first] = (await store.load()).rules;
    await store.edit([{ op: 'remove-rule', id: first?.id ?? '' }]);
    expect(await read()).toBe(WITHOUT_BLANKS.replace('fold relationship: "A/B"\n', ''));
  });

  it('changes nothing when it is saved as it is', async () => {
    await save(TEXT);
    expect(await save(await read(), await read())).toBe('');
  });

  it('is put back as it was by undo', async () => {
    await save(TEXT);
    const undo = await save('# Only this\nfold tag: Tea', await read());
    await store.undo(undo);
    expect((await read()).split('\n').sort()).toEqual(WITHOUT_BLANKS.split('\n').sort());
  });

  it('has a line put right in one edit, which is taken back as one', async () => {
    await save(TEXT);
    const { undo } = await historyHandlers(store)['mend-line']({ list: 'mine', text: 'fold freform: Angst', mended: 'fold freeform: Angst' });
    expect(await read()).not.toContain('freform');
    expect(await read()).toBe(WITHOUT_BLANKS.replace('freform: Angst', 'freeform: "Angst"'));
    await store.undo(undo);
    expect(await read()).toBe(WITHOUT_BLANKS);
  });

  it('is no rule of another list when a line is put right', async () => {
    await editHandlers(store)['put-list']({ list: { id: 'other', name: 'Other', on: true } });
    await historyHandlers(store)['replace-list']({ list: 'other', text: 'fold freform: Angst' });
    await historyHandlers(store)['mend-line']({ list: 'other', text: 'fold freform: Angst', mended: 'hide freeform: Angst' });
    expect((await store.load()).rules).toEqual([{ id: 'freeform: "Angst"', list: 'other', action: 'hide' }]);
    expect((await store.load()).lines).toEqual([]);
  });

  it('refuses to put a line right with one that cannot be read', async () => {
    await expect(historyHandlers(store)['mend-line']({ list: 'mine', text: 'x', mended: 'fold freform: Angst' })).rejects.toMatchObject({
      code: 'bad-message',
    });
  });
});
