import { text, themeName } from '../../../i18n';
import { send } from '../../../messages/send';
import { DEFAULT_ACTION } from '../../../rules/rule';
import { THEMES } from '../../../rules/themes/theme';
import { useAnswer } from '../../parts/answer';
import { failureText } from '../../parts/failure';
import { Notice } from '../../parts/notice';
import { useToasts } from '../../parts/toasts';
import { ThemePicker } from '../../rule/themes/theme-picker';
import { chosenThemes, THEME_LIST, themeLine, themeList, themeRuleId } from '../../rule/themes/theme-rules';
import { addressOf } from '../route';
import { useRules } from '../../rule/rules-answer';
import { Corrections } from './corrections';

const askCorrections = () => send('get-corrections', {});

/** Subjects to avoid, each with one tick: the plain rule about it is made or removed. */
export function Themes() {
  const { value: answer, error } = useRules();
  const { value: corrections = [] } = useAnswer(askCorrections);
  const { edit } = useToasts();
  if (error !== undefined && answer === undefined) return <Notice tone="bad" title={failureText(error)} />;
  if (answer === undefined) return null;
  const change = (theme: string, on: boolean): void => {
    const name = themeName(theme);
    if (!on) {
      void edit(() => send('remove-rules', { ids: [themeRuleId(theme)] }), text('options_theme_removed', name));
      return;
    }
    void edit(
      async () => {
        if (!answer.lists.some(({ id }) => id === THEME_LIST)) await send('put-list', { list: themeList() });
        return send('add-rules', { text: themeLine(theme, DEFAULT_ACTION), list: THEME_LIST });
      },
      text('options_theme_added', name),
    );
  };
  return (
    <>
      <p class="quiet">{text('options_themes_hint')}</p>
      <p>
        <a href={addressOf('lists')}>{text('options_themes_list_link')}</a>
      </p>
      <ThemePicker
        label={text('options_themes')}
        chosen={chosenThemes(answer, THEMES)}
        change={change}
        below={(theme) => <Corrections corrections={corrections.filter((one) => one.theme === theme)} />}
      />
    </>
  );
}
