import type { Action } from '../../../domain/verdict';
import type { RulesAnswer } from '../../../messages/table';
import type { RuleList } from '../../../rules/rule';
import { ruleId } from '../../../rules/text/print';
import { text } from '../../../i18n';

/** The list that holds the rules made by choosing themes; its folds say nothing unless the reader wants them to. */
export const THEME_LIST = 'themes';

export const themeList = (): RuleList => ({ id: THEME_LIST, name: text('ui_themes_list'), on: true, reveal: 'none' });

/** Identity of the plain rule about a theme, which is what choosing it makes. */
export const themeRuleId = (theme: string): string => ruleId({ when: [{ field: 'theme', values: [{ type: 'theme', theme }] }], unless: [] });

export const themeLine = (theme: string, action: Action): string => `${action} theme: ${theme}`;

/** The themes that have their plain rule, in any list. */
export function chosenThemes({ rules }: Pick<RulesAnswer, 'rules'>, themes: readonly string[]): Set<string> {
  const ids = new Set(rules.map(({ id }) => id));
  return new Set(themes.filter((theme) => ids.has(themeRuleId(theme))));
}
