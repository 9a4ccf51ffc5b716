import { counted, text } from '../../../i18n';
import type { RulesAnswer } from '../../../messages/table';
import { Notice } from '../../parts/notice';

/** Stored data that could not be read and was set aside: nothing is lost, and the reader is told. */
export function Trouble({ trouble }: Pick<RulesAnswer, 'trouble'>) {
  if (trouble.length === 0) return null;
  return (
    <Notice tone="bad" title={counted('options_trouble', trouble.length)}>
      <p>{text('options_trouble_hint')}</p>
      <details>
        <summary>{text('options_trouble_details')}</summary>
        <ul>
          {trouble.map(({ code, detail }, index) => (
            <li key={index}>
              <code>
                {code} {detail}
              </code>
            </li>
          ))}
        </ul>
      </details>
    </Notice>
  );
}
