import { useEffect, useState } from 'preact/hooks';
import { text } from '../../i18n';
import { send } from '../../messages/send';
import { Notice } from '../parts/notice';

/** The way for rules of another blocker; where an open page of an archive holds some, it is said. */
export function Bring({ optionsUrl }: { optionsUrl: string }) {
  const [sites, setSites] = useState<readonly string[]>([]);
  useEffect(() => {
    // Only an offer: the way by file is there in any case.
    send('stored-lists', {}).then(
      ({ found }) => setSites(found.map(({ site }) => site)),
      () => undefined,
    );
  }, []);
  return (
    <section class="stack" aria-labelledby="bring">
      <h2 id="bring">{text('welcome_bring')}</h2>
      <div role="status">
        {sites.map((site) => (
          <Notice key={site} title={text('welcome_found', site)}>
            <a href={`${optionsUrl}#/import-export/installed`} target="_blank" rel="noreferrer">
              {text('welcome_found_link')}
            </a>
          </Notice>
        ))}
      </div>
      <p>
        <a href={`${optionsUrl}#/import-export`} target="_blank" rel="noreferrer">
          {text('welcome_bring_link')}
        </a>
      </p>
    </section>
  );
}
