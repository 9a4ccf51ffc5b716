import { text, type MessageKey } from '../../../i18n';

/** A text about a theme: keys are theme_<id>_covers and so on, with _ for - in the id. Empty where there is none. */
function themeText(theme: string, part: 'description' | 'covers'): string {
  const key = `theme_${theme.replaceAll('-', '_')}_${part}`;
  const said = text(key as MessageKey);
  return said === key ? '' : said;
}

/** What is meant by a theme, in a sentence. */
export const themeDescription = (theme: string): string => themeText(theme, 'description');

/** What a theme covers, and what not, in a sentence or two. */
export const themeCovers = (theme: string): string => themeText(theme, 'covers');
