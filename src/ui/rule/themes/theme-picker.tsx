import { useId } from 'preact/hooks';
import { THEMES } from '../../../rules/themes/theme';
import { themeDescription, themeName } from './theme-words';

interface Props {
  label: string;
  chosen: ReadonlySet<string>;
  change: (theme: string, chosen: boolean) => void;
}

/** Every theme with what it means, to be ticked. */
export function ThemePicker({ label, chosen, change }: Props) {
  const id = useId();
  return (
    <ul class="themes" aria-label={label}>
      {THEMES.map((theme) => (
        <li key={theme}>
          <label class="theme">
            <input type="checkbox" checked={chosen.has(theme)} aria-labelledby={`${id}-${theme}`} aria-describedby={`${id}-${theme}-about`} onChange={(event) => change(theme, event.currentTarget.checked)} />
            <span>
              <span id={`${id}-${theme}`} class="theme-name">
                {themeName(theme)}
              </span>
              <span id={`${id}-${theme}-about`} class="quiet small theme-about">
                {themeDescription(theme)}
              </span>
            </span>
          </label>
        </li>
      ))}
    </ul>
  );
}
