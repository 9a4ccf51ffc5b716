import { createContext } from 'preact';
import { useContext, useLayoutEffect, useRef } from 'preact/hooks';
import { wordsOfLook } from '../../../domain/look';
import type { Action, Reveal, Verdict } from '../../../domain/verdict';
import { text, type MessageKey } from '../../../i18n';
import type { Settings } from '../../../messages/table';
import { DEFAULT_LIST } from '../../../rules/rule';

/**
 * Draws verdicts on items as they are drawn on archives' pages. That is a room of its own, which this one never meets:
 * the entry point hands it in.
 */
export type DrawSample = (items: readonly { item: Element; verdict: Verdict }[], gathers: boolean) => void;

export const SampleContext = createContext<DrawSample>(() => undefined);

const SAMPLES: readonly [title: MessageKey, action: Action][] = [
  ['look_sample_shown', 'show'],
  ['look_sample_folded', 'fold'],
  ['look_sample_folded_too', 'fold'],
  ['look_sample_highlighted', 'highlight'],
];

/** A small listing that looks as the reader's choices make it look on an archive. */
export function Sample({ settings }: { settings: Settings }) {
  const draw = useContext(SampleContext);
  const list = useRef<HTMLUListElement>(null);
  const { gather, reveal } = settings;
  useLayoutEffect(() => {
    const items = [...(list.current?.children ?? [])];
    draw(
      items.flatMap((item, index) => {
        const sample = SAMPLES[index];
        return sample === undefined ? [] : [{ item, verdict: verdictOf(sample[1], reveal) }];
      }),
      gather,
    );
  }, [draw, gather, reveal]);
  return (
    <div data-foldaway-look={wordsOfLook(settings)}>
      <ul ref={list} class="sample" aria-label={text('look_preview')}>
        {SAMPLES.map(([title]) => (
          <li key={title} class="sample-item">
            <p class="sample-title">{text(title)}</p>
            <p class="quiet small">{text('look_sample_summary')}</p>
          </li>
        ))}
      </ul>
    </div>
  );
}

function verdictOf(action: Action, reveal: Reveal): Verdict {
  if (action === 'show') return { action, reasons: [] };
  return { action, reasons: [{ rule: '', list: DEFAULT_LIST, listName: text('list_mine'), words: [text('look_sample_tag')], reveal }] };
}
