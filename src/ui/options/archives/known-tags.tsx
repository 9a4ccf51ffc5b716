import { text } from '../../../i18n';
import { send } from '../../../messages/send';
import { Button } from '../../parts/button';
import { useAnswer } from '../../parts/answer';
import { useToasts } from '../../parts/toasts';
import { TagLine } from '../../rule/tags/tag-line';

const ask = () => send('get-known-tags', {});

/** Every tag that something is known of, or that a rule asks for, to look at, ask about again, or forget. */
export function KnownTags() {
  const { value: tags, again } = useAnswer(ask);
  const { say, failed } = useToasts();
  if (tags === undefined) return null;
  const forget = async (name: string): Promise<void> => {
    try {
      await send('forget-tag', { name });
      say(text('options_tag_forgotten', name));
      again();
    } catch (error) {
      failed(error);
    }
  };
  return (
    <section class="card" aria-labelledby="known-tags">
      <h2 id="known-tags">{text('options_tags')}</h2>
      <p class="quiet">{text('options_tags_hint')}</p>
      {tags.length === 0 ? (
        <p class="quiet">{text('options_tags_none')}</p>
      ) : (
        <ul class="stack">
          {tags.map(({ name, known, used }) => (
            <li key={name}>
              <strong dir="auto">{name}</strong>
              {!used && <p class="quiet small">{text('options_tag_unused')}</p>}
              <TagLine name={name} known={known} />
              {known !== null && (
                <Button look="quiet" onClick={() => forget(name)}>
                  {text('options_tag_forget', name)}
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
