import { useEffect, useState } from 'preact/hooks';
import { counted, text } from '../../i18n';
import { send } from '../../messages/send';
import type { MatchesAnswer } from '../../messages/table';
import { numberText } from '../parts/number-text';

/** After the last key, before the works are asked about. */
const PAUSE = 300;

/** How many of the works seen recently on this device a rule matches, and some of them. */
export function Matches({ line }: { line: string }) {
  const [answer, setAnswer] = useState<MatchesAnswer | null>(null);
  useEffect(() => {
    let gone = false;
    const timer = setTimeout(() => {
      // Only an aid: where it fails, nothing is said.
      send('count-matches', { line }).then(
        (said) => gone || setAnswer(said),
        () => gone || setAnswer(null),
      );
    }, PAUSE);
    return () => {
      gone = true;
      clearTimeout(timer);
    };
  }, [line]);
  const said = answer === null ? '' : answer.of === 0 ? text('rule_matches_nothing_kept') : counted('rule_matches', answer.matches, numberText(answer.of));
  return (
    <div class="matches quiet small">
      <p role="status">{said}</p>
      {answer !== null && answer.titles.length > 0 && (
        <ul class="bulleted">
          {answer.titles.map(({ title, url }) => (
            <li key={url}>
              <a href={url} target="_blank" rel="noreferrer" dir="auto">
                {title ?? text('popup_untitled')}
              </a>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
