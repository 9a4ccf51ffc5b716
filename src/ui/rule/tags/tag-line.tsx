import { useContext, useEffect, useState } from 'preact/hooks';
import { counted, text } from '../../../i18n';
import type { KnownTag } from '../../../rules/known-tags';
import { dayOf } from '../../../domain/document';
import { foldName } from '../../../domain/fold-name';
import { Button } from '../../parts/button';
import { changed } from '../../parts/changes';
import { lookUp, TagPagesContext, type Unlearnt } from './look-up';

interface Props {
  name: string;
  known: KnownTag | null;
  /** Asks as soon as it is drawn, when the tag's page was never read. */
  start?: boolean;
  /** Names near to this one, when the archive does not know it, and what to do with the chosen one. */
  similar?: () => readonly string[];
  choose?: (name: string) => void;
}

/** What an archive holds for the same as one tag: how much, how old, and a way to ask for it. */
export function TagLine({ name, known, start = false, similar, choose }: Props) {
  const { readTag, site } = useContext(TagPagesContext);
  const [asking, setAsking] = useState<string | null>(null);
  const [unlearnt, setUnlearnt] = useState<Unlearnt | null>(null);
  const ask = async (about: string): Promise<void> => {
    setUnlearnt(null);
    setAsking(about);
    const answer = await lookUp(about, readTag, known?.site);
    setAsking(null);
    setUnlearnt(answer);
    if (answer === null) changed();
  };
  const read = known !== null && known.day !== null;
  useEffect(() => {
    if (start && !read) void ask(name);
  }, [start, name]);
  const filed = known !== null && foldName(known.canonical) !== foldName(name) ? known.canonical : null;
  return (
    <div class="stack-close">
      <div role="status">
        {asking !== null && <p class="quiet">{text('tag_asking', known?.site || site, asking)}</p>}
        {unlearnt !== null && <Trouble name={name} unlearnt={unlearnt} />}
      </div>
      {unlearnt === 'unknown' && similar !== undefined && <Suggestions names={similar()} choose={choose} />}
      {known === null ? (
        asking === null && unlearnt === null && <p class="quiet">{text('tag_nothing_known', name)}</p>
      ) : (
        <Meaning known={known} filed={filed} />
      )}
      <div class="row">
        <Button look="quiet" disabled={asking !== null} onClick={() => ask(name)}>
          {text(read ? 'tag_ask_again' : 'tag_ask', name)}
        </Button>
        {filed !== null && read && (
          <Button look="quiet" disabled={asking !== null} onClick={() => ask(filed)}>
            {text('tag_ask', filed)}
          </Button>
        )}
      </div>
    </div>
  );
}

function Trouble({ name, unlearnt }: { name: string; unlearnt: Unlearnt }) {
  if (unlearnt === 'unknown') return <p class="problem">{text('tag_unknown', name)}</p>;
  if (unlearnt === 'unsorted') return <p class="quiet">{text('tag_unsorted', name)}</p>;
  return <p class="problem">{unlearnt.words}</p>;
}

function Suggestions({ names, choose }: { names: readonly string[]; choose: Props['choose'] }) {
  if (names.length === 0) return null;
  return (
    <p class="row">
      <span>{text('tag_did_you_mean')}</span>
      {names.map((one) =>
        choose === undefined ? (
          <span key={one} dir="auto">
            {one}
          </span>
        ) : (
          <Button key={one} onClick={() => choose(one)}>
            <span dir="auto">{one}</span>
          </Button>
        ),
      )}
    </p>
  );
}

/** How many tags count as the same, which ones, and since when that is known. */
function Meaning({ known, filed }: { known: KnownTag; filed: string | null }) {
  const same = [...known.same, ...known.met];
  const facts = [...(filed === null ? [] : [text('tag_filed', filed)])];
  if (same.length > 0) facts.push(counted('tag_same', same.length));
  if (known.below.length > 0) facts.push(counted('tag_below', known.below.length));
  if (facts.length === 0) facts.push(text('tag_none'));
  if (known.cut) facts.push(text('tag_cut'));
  facts.push(ageOf(known.day));
  const all = [...same, ...known.below];
  if (all.length === 0) return <p>{facts.join(' ')}</p>;
  return (
    <details>
      <summary>{facts.join(' ')}</summary>
      <ul class="entries">
        {all.map((one) => (
          <li key={one} class="entry" dir="auto">
            {one}
          </li>
        ))}
      </ul>
    </details>
  );
}

function ageOf(day: number | null): string {
  if (day === null) return text('tag_met');
  const days = Math.max(0, dayOf(Date.now()) - day);
  return days === 0 ? text('tag_today') : counted('options_sub_days', days);
}
