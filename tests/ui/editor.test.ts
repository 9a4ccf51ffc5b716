// @vitest-environment jsdom
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { get, press, settle } from './screen';
import { stored, useStage } from './stage';

/** What stands in the editor, which needs a browser that lays pages out. */
const written = vi.hoisted(() => ({ text: '', type: (_text: string): void => undefined }));
vi.mock('../../src/ui/options/editor/code-editor', () => ({
  openCodeEditor: ({ content, changed }: { content: string; changed: () => void }) => {
    written.text = content;
    written.type = (text) => {
      written.text = text;
      changed();
    };
    return { text: () => written.text, focus: () => undefined, destroy: () => undefined };
  },
}));

describe('the text of a list', () => {
  const stage = useStage();
  beforeEach(async () => {
    stage.background.rules = [stored('fold tag: Tea')];
    await stage.options('#/editor');
    await expect.poll(() => written.text).toBe('fold tag: "Tea"');
  });
  const save = (): HTMLButtonElement => get<HTMLButtonElement>('button', 'Save');

  it('is stored as a whole, against the text that it was opened with', async () => {
    written.type('fold tag: Cake');
    await settle();
    await press(save());
    expect(stage.background.sent.find(({ name }) => name === 'replace-list')?.body).toEqual({ list: 'mine', text: 'fold tag: Cake', was: 'fold tag: "Tea"' });
    expect(save().disabled).toBe(true);
    expect(written.text).toBe('fold tag: "Cake"');
  });

  it('keeps what is typed while it is being stored', async () => {
    written.type('fold tag: Cake');
    await settle();
    save().click();
    written.type('fold tag: Cake\nfold tag: Pie');
    await settle();
    expect(written.text).toBe('fold tag: Cake\nfold tag: Pie');
    await press(save());
    expect(stage.background.sent.findLast(({ name }) => name === 'replace-list')?.body).toEqual({
      list: 'mine',
      text: 'fold tag: Cake\nfold tag: Pie',
      was: 'fold tag: Cake',
    });
    expect(stage.background.rules.map(({ id }) => id)).toEqual(['tag: "Cake"', 'tag: "Pie"']);
  });
});
