import { text, type MessageKey } from '../../../i18n';

/** A text about a theme: keys are theme_<id>_name and so on, with _ for - in the id. Empty where there is none. */
function themeText(theme: string, part: 'name' | 'description' | 'covers'): string {
  const key = `theme_${theme.replaceAll('-', '_')}_${part}`;
  const said = text(key as MessageKey);
  return said === key ? '' : said;
}

/** A theme as readers call it; its own word where a later version has added it. */
export const themeName = (theme: string): string => themeText(theme, 'name') || theme;

/** What is meant by a theme, in a sentence. */
export const themeDescription = (theme: string): string => themeText(theme, 'description');
