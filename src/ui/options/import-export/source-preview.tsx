import { useContext, useEffect, useState } from 'preact/hooks';
import { text } from '../../../i18n';
import type { RulesAnswer } from '../../../messages/table';
import { Busy, nextFrame } from '../../parts/busy';
import { Field } from '../../parts/field';
import { TradeContext, type Preview } from '../trade';
import { exchangeWords, importFailure } from './exchange-words';
import { ImportPreview } from './import-preview';

/** A text to import; a pasted one has no name. */
export interface Source {
  name: string;
  /** In bytes or characters. */
  size: number;
  read: () => Promise<string>;
}

interface Props {
  source: Source;
  answer: RulesAnswer;
  close: () => void;
}

type Reading = { preview: Preview } | { problem: string };

/** No text of this size, in whatever script, is short enough to be imported; it is not even read. */
const LARGEST = 40_000_000;
/** From this size on it is felt that reading takes time. */
const LONG = 100_000;

/** What one text would bring, read as what it seems to be or as what the reader says it is. */
export function SourcePreview({ source, answer, close }: Props) {
  const [format, setFormat] = useState('');
  const [formats, setFormats] = useState<readonly string[]>([]);
  const [reading, setReading] = useState<Reading | null>(null);
  const load = useContext(TradeContext);
  useEffect(() => {
    let current = true;
    const look = async (): Promise<Reading> => {
      try {
        if (source.size > LARGEST) return { problem: exchangeWords('error', 'too_large') };
        const [trade, content] = await Promise.all([load(), source.read()]);
        setFormats(trade.formats.map(({ id }) => id));
        // A long list takes a second or more to read: what is said meanwhile is drawn first.
        if (source.size > LONG) await nextFrame();
        if (!current) return { problem: '' };
        return { preview: trade.previewImport(content, source.name, format === '' ? undefined : format) };
      } catch (error) {
        return { problem: importFailure(error) };
      }
    };
    void look().then((next) => {
      if (current) setReading(next);
    });
    return () => {
      current = false;
    };
  }, [source, format, load]);
  if (reading === null) return <Busy words={text('options_import_reading')} cancel={close} />;
  const problem = 'problem' in reading ? reading.problem : null;
  return (
    <div class="card" role="group" aria-label={source.name === '' ? text('options_import_pasted') : source.name}>
      {source.name !== '' && <h3 dir="auto">{source.name}</h3>}
      <Field label={text('options_import_as')} problem={problem}>
        {(ids) => (
          <select {...ids} class="input" value={format} onChange={(event) => setFormat(event.currentTarget.value)}>
            <option value="">{text('options_import_find_out')}</option>
            {formats.map((id) => (
              <option key={id} value={id}>
                {exchangeWords('format', id)}
              </option>
            ))}
          </select>
        )}
      </Field>
      {'preview' in reading && <ImportPreview name={source.name} preview={reading.preview} answer={answer} close={close} />}
    </div>
  );
}
