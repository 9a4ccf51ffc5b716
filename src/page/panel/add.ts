import { text, isolated, themeName } from '../../i18n';
import { send } from '../../messages/send';
import type { Theme } from '../../rules/themes/theme';
import type { AddRequest } from '../panel-door';
import { AddForm } from './add-form';
import { choicesOf } from './choices';
import { openFrame } from './frame';
import type { ReadTag } from './synonyms';
import { themeMissed } from './theme-missed';

/** "Add from here": what the work is, as choices, and the rule that the chosen ones make. */
export async function openAdd(request: AddRequest, readTag: ReadTag | null = null): Promise<void> {
  const { page, item, selected, toast, failed } = request;
  const work = page.states.get(item)?.work;
  if (!work) return;
  const themes = await send('themes-of', { work }).catch(() => ({ found: [], all: [] }));
  const found = themes.found.map(({ theme, words }) => ({ theme, words, name: themeName(theme) }));
  const frame = openFrame(request, text('panel_add_title'));
  const form = new AddForm(request, frame, readTag);
  form.draw(choicesOf(work, found, selected));
  const missed = themeMissed(page.document, work, themes.all, (tag, theme) => {
    send('correct-theme', { theme: theme as Theme, tag, about: true }).then(
      (done) => {
        frame.close();
        toast(page.document, text('panel_theme_done', isolated(tag), themeName(theme)), done.undo);
      },
      (error: unknown) => failed(page.document, error),
    );
  });
  if (missed !== null) frame.body.append(missed);
}
