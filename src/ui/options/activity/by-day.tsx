import { useId } from 'preact/hooks';
import { counted, text } from '../../../i18n';
import type { ActivityAnswer } from '../../../messages/table';
import { dayText } from '../../parts/moment';
import { numberText } from '../../parts/number-text';

const DAYS = 30;
/** Of a bar's place, in hundredths; the rest keeps bars apart. */
const BAR = 76;

/** Works that were folded or hidden, day by day: a picture, and the same as a table. */
export function ByDay({ today, days }: Pick<ActivityAnswer, 'today' | 'days'>) {
  const id = useId();
  const works = new Map(days.map((one) => [one.day, one.works]));
  const all = Array.from({ length: DAYS }, (_, index) => today - DAYS + 1 + index);
  const most = Math.max(1, ...works.values());
  const sum = counted(
    'options_activity_sum',
    days.reduce((total, one) => total + one.works, 0),
  );
  // Time runs as the reader's language does.
  const place = (index: number): number => (text('ui_direction') === 'rtl' ? DAYS - 1 - index : index) * 100 + (100 - BAR) / 2;
  return (
    <section class="card" aria-labelledby={id}>
      <h2 id={id}>{text('options_activity_days')}</h2>
      <p>{sum}</p>
      {days.length > 0 && (
        <>
          <div class="chart">
            <p class="chart-most quiet small" aria-hidden="true">
              {numberText(most)}
            </p>
            <svg
              class="chart-bars"
              viewBox={`0 0 ${DAYS * 100} 100`}
              preserveAspectRatio="none"
              role="img"
              aria-label={`${text('options_activity_days')}: ${sum}`}
            >
              {all.map((day, index) => {
                const height = ((works.get(day) ?? 0) / most) * 100;
                return (
                  <rect key={day} class="chart-bar" x={place(index)} y={100 - height} width={BAR} height={height}>
                    <title>{`${dayText(day)}: ${numberText(works.get(day) ?? 0)}`}</title>
                  </rect>
                );
              })}
            </svg>
            <p class="chart-ends quiet small" aria-hidden="true">
              <span>{dayText(today - DAYS + 1)}</span>
              <span>{dayText(today)}</span>
            </p>
          </div>
          <details>
            <summary>{text('options_activity_table')}</summary>
            <table class="numbers">
              <thead>
                <tr>
                  <th scope="col">{text('options_activity_day')}</th>
                  <th scope="col">{text('options_activity_works')}</th>
                </tr>
              </thead>
              <tbody>
                {[...days].reverse().map((one) => (
                  <tr key={one.day}>
                    <th scope="row">{dayText(one.day, 'full')}</th>
                    <td>{numberText(one.works)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </details>
        </>
      )}
    </section>
  );
}
