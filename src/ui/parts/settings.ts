import { USUAL_LOOK } from '../../domain/look';
import { send } from '../../messages/send';
import type { Edited, Settings } from '../../messages/table';

/** The settings that are on or off. */
export type Toggle = { [Name in keyof Settings]: Settings[Name] extends boolean ? Name : never }[keyof Settings];

/** Names under which they are kept, and what they are when nothing is kept. */
const toggles: Record<Toggle, { name: string; usual: boolean }> = {
  keepCovered: { name: 'keep-covered', usual: false },
  gather: { name: 'gather', usual: false },
  exemptOwn: { name: 'exempt-own', usual: true },
  exemptHistory: { name: 'exempt-history', usual: true },
  markKnown: { name: 'mark-known', usual: true },
  keepActivity: { name: 'keep-activity', usual: true },
  addButtons: { name: 'add-buttons', usual: true },
};

/** Sets what is on or off; the usual is kept as null, so that it can change with a later version. */
export function setToggle(toggle: Toggle, on: boolean): Promise<Edited> {
  const { name, usual } = toggles[toggle];
  return send('set-setting', { name, value: on === usual ? null : on });
}

/** Names under which choices among several are kept, and what they are when nothing is kept. */
const choices = {
  foldStyle: { name: 'fold-style', usual: USUAL_LOOK.foldStyle },
  density: { name: 'density', usual: USUAL_LOOK.density },
  foldColour: { name: 'fold-colour', usual: USUAL_LOOK.foldColour },
  highlightColour: { name: 'highlight-colour', usual: USUAL_LOOK.highlightColour },
  reveal: { name: 'reveal', usual: 'full' },
} as const;
export type Choice = keyof typeof choices;

/** Sets one of several choices; the usual is kept as null, as above. */
export function setChoice<Name extends Choice>(choice: Name, value: Settings[Name]): Promise<Edited> {
  const { name, usual } = choices[choice];
  return send('set-setting', { name, value: value === usual ? null : value });
}

/**
 * Switches the filter on or off on one archive, in every tab. Each archive is a setting of its own, so that two
 * devices can switch different ones and both are heard.
 */
export const setSite = (archive: string, on: boolean): Promise<Edited> => send('set-setting', { name: `site-off:${archive}`, value: on ? null : true });
