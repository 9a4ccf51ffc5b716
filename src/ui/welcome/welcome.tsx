import { useState } from 'preact/hooks';
import { text } from '../../i18n';
import { send } from '../../messages/send';
import { Button } from '../parts/button';
import { Radios } from '../parts/radios';
import { Switch } from '../parts/switch';
import { useToasts } from '../parts/toasts';
import { ThemePicker } from '../rule/themes/theme-picker';
import { Bring } from './bring';
import { THEME_LIST, themeLine, themeList } from '../rule/themes/theme-rules';

interface Props {
  optionsUrl: string;
  /** Where reading begins when the reader is done here. */
  startUrl: string;
}

/** What a new reader sees once: what this does, subjects to avoid, and the way on. Everything can be skipped. */
export function Welcome({ optionsUrl, startUrl }: Props) {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [action, setAction] = useState<'fold' | 'hide'>('fold');
  const [quiet, setQuiet] = useState(true);
  const [later, setLater] = useState(false);
  const { failed } = useToasts();
  const putOff = (): void => {
    setLater(true);
    // The button is gone; whoever works by keyboard goes on with the last one.
    document.getElementById('start')?.focus();
  };
  const change = (theme: string, on: boolean): void => {
    const next = new Set(chosen);
    if (on) next.add(theme);
    else next.delete(theme);
    setChosen(next);
  };
  const start = async (): Promise<void> => {
    try {
      if (chosen.size > 0) {
        await send('put-list', { list: { ...themeList(), reveal: quiet ? 'none' : 'full' } });
        await send('add-rules', { text: [...chosen].map((theme) => themeLine(theme, action)).join('\n'), list: THEME_LIST });
      }
      location.assign(startUrl);
    } catch (error) {
      failed(error);
    }
  };
  return (
    <main class="welcome stack">
      <header class="stack">
        <h1 class="row">
          <img src="/icons/48.png" width="36" height="36" alt="" /> {text('welcome_title')}
        </h1>
        <p class="welcome-lead">{text('welcome_lead')}</p>
        <ul class="welcome-points">
          <li>{text('welcome_point_fold')}</li>
          <li>{text('welcome_point_why')}</li>
          <li>{text('welcome_point_private')}</li>
        </ul>
      </header>
      <section class="stack" aria-labelledby="subjects">
        <h2 id="subjects">{text('welcome_themes')}</h2>
        <p class="quiet">{text('welcome_themes_hint')}</p>
        <ThemePicker label={text('welcome_themes')} chosen={chosen} change={change} />
        {chosen.size > 0 && (
          <div class="card">
            <Radios
              legend={text('options_action')}
              options={[
                { value: 'fold', label: text('welcome_fold') },
                { value: 'hide', label: text('welcome_hide') },
              ]}
              value={action}
              change={setAction}
            />
            <Switch on={quiet} change={setQuiet}>
              {text('welcome_quiet')}
            </Switch>
          </div>
        )}
      </section>
      <Bring optionsUrl={optionsUrl} />
      {!later && (
        <section class="stack" aria-labelledby="devices">
          <h2 id="devices">{text('welcome_sync')}</h2>
          <p class="quiet">{text('welcome_sync_hint')}</p>
          <div class="row">
            <a class="button" href={`${optionsUrl}#/sync`} target="_blank" rel="noreferrer">
              {text('welcome_sync_link')}
            </a>
            <Button look="quiet" onClick={putOff}>
              {text('welcome_later')}
            </Button>
          </div>
        </section>
      )}
      <footer class="welcome-foot row">
        <Button look="main" id="start" onClick={start}>
          {text(chosen.size > 0 ? 'welcome_start' : 'welcome_start_plain')}
        </Button>
        <a class="button button-quiet" href={optionsUrl}>
          {text('welcome_options')}
        </a>
      </footer>
    </main>
  );
}
