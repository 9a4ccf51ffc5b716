import { useContext, useEffect, useRef, useState } from 'preact/hooks';
import { text } from '../../../i18n';
import { send } from '../../../messages/send';
import type { RulesAnswer } from '../../../messages/table';
import { Button } from '../../parts/button';
import { failureText } from '../../parts/failure';
import { TradeContext, type Preview } from '../trade';
import { exchangeWords } from './exchange-words';
import { ImportPreview } from './import-preview';

interface Found {
  previews: { site: string; preview: Preview }[];
  /** Blockers whose lists bring nothing, and why. */
  problems: string[];
}

/**
 * Lists of other blockers that are kept in the pages of archives which are open now.
 * @param at the address leads here: they are looked for at once
 */
export function Installed({ answer, at }: { answer: RulesAnswer; at: boolean }) {
  const [found, setFound] = useState<Found | null>(null);
  const load = useContext(TradeContext);
  const look = async (): Promise<void> => {
    try {
      const [{ previewStored }, stored] = await Promise.all([load(), send('stored-lists', {})]);
      const all = stored.found.flatMap(({ site, entries }) => previewStored(entries).map((one) => ({ ...one, site })));
      const problems = all.flatMap((one) => (one.ok ? [] : [`${exchangeWords('format', one.format)}: ${exchangeWords('error', one.code, one.detail)}`]));
      const nothing = stored.pages === 0 ? text('options_installed_no_pages') : text('options_installed_none');
      setFound({
        previews: all.flatMap((one) => (one.ok ? [{ site: one.site, preview: one.preview }] : [])),
        problems: all.length === 0 ? [nothing] : problems,
      });
    } catch (error) {
      setFound({ previews: [], problems: [failureText(error)] });
    }
  };
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (!at) return;
    heading.current?.focus();
    void look();
  }, [at]);
  return (
    <div class="stack">
      <h3 ref={heading} tabIndex={-1}>
        {text('options_installed')}
      </h3>
      <p class="quiet">{text('options_installed_hint')}</p>
      <div>
        <Button onClick={look}>{text('options_installed_look')}</Button>
      </div>
      <div role="status">
        {found?.problems.map((problem) => (
          <p key={problem}>{problem}</p>
        ))}
      </div>
      {found?.previews.map((one) => (
        <div key={one.site + one.preview.format} class="card" role="group" aria-label={one.site}>
          <h4>{one.site}</h4>
          <ImportPreview
            name=""
            preview={one.preview}
            answer={answer}
            close={() => setFound({ ...found, previews: found.previews.filter((other) => other !== one) })}
          />
        </div>
      ))}
    </div>
  );
}
