import { USUAL_LOOK, type Look } from '../../src/domain/look';
import type { Settings } from '../../src/messages/table';

/** Settings that are one of several, by the name that they are kept under. */
const CHOICES = new Map<string, keyof Look | 'reveal'>([
  ['fold-style', 'foldStyle'],
  ['density', 'density'],
  ['fold-colour', 'foldColour'],
  ['highlight-colour', 'highlightColour'],
  ['reveal', 'reveal'],
]);

/** What settings are once one is kept under its name; null is the usual. */
export function settingsWith(settings: Settings, name: string, value: unknown): Settings {
  const choice = CHOICES.get(name);
  if (choice !== undefined) return { ...settings, [choice]: value ?? { reveal: 'full', ...USUAL_LOOK }[choice] };
  if (name === 'exempt-own') return { ...settings, exemptOwn: value !== false };
  if (name === 'keep-activity') return { ...settings, keepActivity: value !== false };
  if (name === 'keep-covered') return { ...settings, keepCovered: value === true };
  if (!name.startsWith('site-off:')) return settings;
  const site = name.slice('site-off:'.length);
  const others = settings.sitesOff.filter((id) => id !== site);
  return { ...settings, sitesOff: value === true ? [...others, site] : others };
}
