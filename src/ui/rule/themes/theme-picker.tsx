import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import { themeName } from '../../../i18n';
import { THEMES, type Theme } from '../../../rules/themes/theme';
import { ThemeMore } from './theme-more';
import { themeDescription } from './theme-words';

interface Props {
  label: string;
  chosen: ReadonlySet<string>;
  change: (theme: string, chosen: boolean) => void;
  /** What else there is to say of a theme. */
  below?: (theme: Theme) => ComponentChildren;
}

/** Every theme with what it means, to be ticked. */
export function ThemePicker({ label, chosen, change, below }: Props) {
  const id = useId();
  return (
    <ul class="themes" aria-label={label}>
      {THEMES.map((theme) => (
        <li key={theme} class="theme">
          <label class="theme-tick">
            <input
              type="checkbox"
              checked={chosen.has(theme)}
              aria-labelledby={`${id}-${theme}`}
              aria-describedby={`${id}-${theme}-about`}
              onChange={(event) => change(theme, event.currentTarget.checked)}
            />
            <span>
              <span id={`${id}-${theme}`} class="theme-name">
                {themeName(theme)}
              </span>
              <span id={`${id}-${theme}-about`} class="quiet small theme-about">
                {themeDescription(theme)}
              </span>
            </span>
          </label>
          <ThemeMore theme={theme} />
          {below?.(theme)}
        </li>
      ))}
    </ul>
  );
}
