import type { Work } from '../../domain/work';
import { text, themeName } from '../../i18n';
import { makeButton } from '../shadow';

/**
 * "This too": one of the work's tags is about a theme that was not seen in it. Null for a work without tags.
 * @param themes ids of all themes
 */
export function themeMissed(document: Document, work: Work, themes: readonly string[], say: (tag: string, theme: string) => void): HTMLElement | null {
  const tags = [...new Set([...work.freeforms, ...work.relationships, ...work.characters, ...work.otherTags])];
  if (tags.length === 0 || themes.length === 0) return null;
  const box = document.createElement('details');
  const summary = document.createElement('summary');
  summary.textContent = text('panel_theme_missed');
  const tag = choice(
    document,
    text('panel_theme_tag'),
    tags.map((name) => ({ value: name, label: name })),
  );
  const theme = choice(
    document,
    text('panel_theme_about'),
    themes.map((id) => ({ value: id, label: themeName(id) })),
  );
  const row = document.createElement('div');
  row.className = 'actions';
  row.append(
    tag.label,
    theme.label,
    makeButton(document, text('panel_theme_add'), () => say(tag.select.value, theme.select.value)),
  );
  box.append(summary, row);
  return box;
}

function choice(document: Document, name: string, options: readonly { value: string; label: string }[]): { label: HTMLElement; select: HTMLSelectElement } {
  const label = document.createElement('label');
  label.className = 'pick';
  const words = document.createElement('span');
  words.textContent = name;
  const select = document.createElement('select');
  for (const one of options) {
    const option = document.createElement('option');
    option.value = one.value;
    option.textContent = one.label;
    select.append(option);
  }
  label.append(words, select);
  return { label, select };
}
