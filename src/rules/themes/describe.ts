import { languages } from './data/index';
import type { Theme } from './theme';

/** What a picker needs to show a theme: keys of messages, and three tags that show what is meant. */
export interface ThemeDescription {
  nameKey: string;
  descriptionKey: string;
  coversKey: string;
  examples: readonly string[];
}

/** How to present a theme to the reader. Message keys: theme_<id>_name, _description, _covers, with _ for - in the id. */
export function describe(theme: Theme): ThemeDescription {
  const id = theme.replaceAll('-', '_');
  return {
    nameKey: `theme_${id}_name`,
    descriptionKey: `theme_${id}_description`,
    coversKey: `theme_${id}_covers`,
    examples: languages[0]?.themes[theme].examples ?? [],
  };
}
