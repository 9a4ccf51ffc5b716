import { COLOUR_VALUES, COLOURS, DENSITIES, FOLD_STYLES } from '../../../domain/look';
import { text } from '../../../i18n';
import { send } from '../../../messages/send';
import type { Settings } from '../../../messages/table';
import { useAnswer } from '../../parts/answer';
import { failureText } from '../../parts/failure';
import { Field } from '../../parts/field';
import { Notice } from '../../parts/notice';
import { Radios } from '../../parts/radios';
import { setChoice, type Choice } from '../../parts/settings';
import { useToasts } from '../../parts/toasts';
import { colourName } from '../../rule/colours';
import { RevealOptions, revealOf } from '../../rule/choices';
import { ToggleCard, Toggles } from '../toggle-card';
import { Sample } from './sample';

const ask = () => send('get-settings', {});

const foldStyles = { boxed: 'look_fold_boxed', bare: 'look_fold_bare' } as const;
const densities = { roomy: 'look_density_roomy', usual: 'look_density_usual', tight: 'look_density_tight' } as const;
const colours = () => COLOURS.map((value) => ({ value, label: colourName(value), colour: COLOUR_VALUES[value] }));

/** How folds and marks look on the archives' pages. */
export function Look() {
  const { value: settings, error } = useAnswer(ask);
  const { edit } = useToasts();
  if (error !== undefined && settings === undefined) return <Notice tone="bad" title={failureText(error)} />;
  if (settings === undefined) return null;
  const choose = <Name extends Choice>(choice: Name, value: Settings[Name]) => void edit(() => setChoice(choice, value), text('options_saved'));
  return (
    <>
      <section class="card" aria-labelledby="preview">
        <h2 id="preview">{text('look_preview')}</h2>
        <Sample settings={settings} />
      </section>
      <section class="card" aria-labelledby="folds">
        <h2 id="folds">{text('look_folds')}</h2>
        <Radios
          legend={text('look_fold_style')}
          options={FOLD_STYLES.map((value) => ({ value, label: text(foldStyles[value]) }))}
          value={settings.foldStyle}
          change={(value) => choose('foldStyle', value)}
        />
        <Toggles settings={settings} toggles={[{ toggle: 'gather', label: 'options_gather', hint: 'options_gather_hint' }]} />
        <Radios
          legend={text('look_density')}
          options={DENSITIES.map((value) => ({ value, label: text(densities[value]) }))}
          value={settings.density}
          change={(value) => choose('density', value)}
        />
        <Field label={text('look_reveal')} hint={text('look_reveal_hint')}>
          {(ids) => (
            <select {...ids} class="input" value={settings.reveal} onChange={(event) => choose('reveal', revealOf(event.currentTarget.value) ?? 'full')}>
              <RevealOptions />
            </select>
          )}
        </Field>
      </section>
      <section class="card" aria-labelledby="colours">
        <h2 id="colours">{text('look_colours')}</h2>
        <p class="quiet">{text('look_colours_hint')}</p>
        <Radios
          legend={text('look_fold_colour')}
          options={[{ value: 'skin' as const, label: text('colour_skin') }, ...colours()]}
          value={settings.foldColour}
          change={(value) => choose('foldColour', value)}
        />
        <Radios
          legend={text('look_highlight_colour')}
          options={colours()}
          value={settings.highlightColour}
          change={(value) => choose('highlightColour', value)}
        />
      </section>
      <ToggleCard
        title="options_look_listings"
        settings={settings}
        toggles={[
          { toggle: 'addButtons', label: 'look_add_buttons', hint: 'look_add_buttons_hint' },
          { toggle: 'markKnown', label: 'options_mark_known', hint: 'options_mark_known_hint' },
        ]}
      />
    </>
  );
}
