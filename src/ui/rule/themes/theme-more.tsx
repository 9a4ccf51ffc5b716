import { useState } from 'preact/hooks';
import { text } from '../../../i18n';
import { send } from '../../../messages/send';
import { useAnswer } from '../../parts/answer';
import { joined } from '../../parts/joined';
import { themeCovers } from './theme-words';

// The tags that stand for themes are in the table of phrases, which only the background carries.
const askExamples = () => send('theme-examples', {});

/** What a theme covers, and three tags that show it, behind a press: the tags themselves can be what somebody avoids. */
export function ThemeMore({ theme }: { theme: string }) {
  const [opened, setOpened] = useState(false);
  return (
    <details class="theme-more small" onToggle={(event) => event.currentTarget.open && setOpened(true)}>
      <summary>{text('theme_more')}</summary>
      <p>{themeCovers(theme)}</p>
      {opened && <Examples theme={theme} />}
    </details>
  );
}

function Examples({ theme }: { theme: string }) {
  const { value } = useAnswer(askExamples);
  const examples = value?.find((one) => one.theme === theme)?.examples ?? [];
  if (examples.length === 0) return null;
  return (
    <p class="quiet">
      {text(
        'theme_examples',
        joined(
          examples.map((tag) => text('theme_tag', tag)),
          'unit',
        ),
      )}
    </p>
  );
}
