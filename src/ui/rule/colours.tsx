import { COLOUR_VALUES, COLOURS, type Colour } from '../../domain/look';
import { text } from '../../i18n';
import type { FieldIds } from '../parts/field';

export const colourName = (colour: Colour): string => text(`colour_${colour}`);

interface Props {
  ids: FieldIds;
  colour: Colour | undefined;
  /** Told the colour; null for that of the look. */
  choose: (colour: Colour | null) => void;
}

/** The colour of a frame by its name, with a patch of it. */
export function ColourField({ ids, colour, choose }: Props) {
  return (
    <div class="row">
      {colour !== undefined && <span class="swatch" style={{ background: COLOUR_VALUES[colour] }} />}
      <select {...ids} class="input" value={colour ?? ''} onChange={(event) => choose(COLOURS.find((one) => one === event.currentTarget.value) ?? null)}>
        <option value="">{text('colour_usual')}</option>
        {COLOURS.map((one) => (
          <option key={one} value={one}>
            {colourName(one)}
          </option>
        ))}
      </select>
    </div>
  );
}
