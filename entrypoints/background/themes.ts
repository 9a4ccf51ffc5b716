import type { Json } from '../../src/domain/document';
import type { Work } from '../../src/domain/work';
import { workSchema } from '../../src/domain/work-schema';
import { Refusal } from '../../src/messages/answer';
import type { RequestBody } from '../../src/messages/table';
import { correctionName, correctionsOf, listCorrections } from '../../src/rules/themes/corrections';
import { describe, recogniseThemes, THEMES, type ThemeMatch } from '../../src/rules/themes/recognise';
import type { Store } from '../../src/storage/index';

/** Recognises themes as the reader has corrected them. */
export function recogniserOf(settings: ReadonlyMap<string, Json>): (work: Work) => ThemeMatch[] {
  const corrections = correctionsOf(settings);
  return (work) => recogniseThemes(work, corrections);
}

/** What readers ask about themes, and say against them. */
export function themeHandlers(store: Store) {
  return {
    'themes-of': async ({ work }: RequestBody<'themes-of'>) => {
      const { data } = workSchema.safeParse(work);
      const found = data === undefined ? [] : recogniserOf((await store.load()).settings)(data);
      return { found: found.flatMap(({ theme, level, words }) => (level === 'negated' ? [] : { theme, words })), all: [...THEMES] };
    },
    /** One edit, which takes the place of the opposite correction. */
    'correct-theme': ({ theme, tag, about }: RequestBody<'correct-theme'>) => {
      const said = correctionName(about ? 'added' : 'clean', theme, tag);
      const opposite = correctionName(about ? 'clean' : 'added', theme, tag);
      if (said === null || opposite === null) throw new Refusal('bad-message', 'no tag');
      return store.edit(
        [
          { op: 'set', name: opposite, value: null },
          { op: 'set', name: said, value: tag.trim() },
        ],
        'page',
      );
    },
    'get-corrections': async () => listCorrections((await store.load()).settings),
    'theme-examples': () => THEMES.map((theme) => ({ theme, examples: [...describe(theme).examples] })),
  };
}
