import { createContext } from 'preact';
import { useContext, useState } from 'preact/hooks';
import { text, type MessageKey } from '../../../i18n';
import { patiently, send } from '../../../messages/send';
import type { Settings } from '../../../messages/table';
import { Button } from '../../parts/button';
import { failureText } from '../../parts/failure';
import { Field } from '../../parts/field';
import { askFor } from '../../parts/permission';
import { useToasts } from '../../parts/toasts';
import { askTrouble } from '../../rule/tags/look-up';
import type { Site } from '../section';
import { useSwitchOn } from './optional-archives';

/** What the archives' room knows of sites that can be added; the entry point hands it in. */
export interface AddableSites {
  /** Whether a page is of the software that such sites have. */
  recognises(html: string): boolean;
  /** The host of an address as typed, or the code of what is wrong with it. */
  hostOf(typed: string): { host: string } | { fault: string };
}

export const AddableSitesContext = createContext<AddableSites>({ recognises: () => false, hostOf: () => ({ fault: 'not_an_address' }) });

/** What is wrong with the site, in words; null when Foldaway can read it. */
async function faultOf(host: string, recognises: (html: string) => boolean): Promise<string | null> {
  const { open } = await send('sniff-site', { host });
  // A page that the reader has open needs no request.
  if (open.some(recognises)) return null;
  const front = await patiently(() => send('ask-front-page', { host }));
  if (!front.ok) return askTrouble(front);
  return recognises(front.html) ? null : text('options_site_not_otw', host);
}

/** A host as the browser's permissions name it. */
export const originOf = (host: string): string => `https://${host}/*`;

interface Props {
  /** Sites that Foldaway knows by itself. */
  sites: readonly Site[];
  /** Hosts that are added already. */
  added: readonly string[];
  settings: Settings;
}

/**
 * Adds a site by its address: asks the browser for the permission, looks whether Foldaway can read it, and says what is wrong. An archive that
 * can be switched on is switched on instead.
 */
export function AddSite({ sites, added, settings }: Props) {
  const { recognises, hostOf } = useContext(AddableSitesContext);
  const [address, setAddress] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const [looking, setLooking] = useState(false);
  const { edit } = useToasts();
  const switchOn = useSwitchOn(settings);
  const add = async (event: Event): Promise<void> => {
    event.preventDefault();
    setProblem(null);
    const named = hostOf(address);
    if ('fault' in named) return setProblem(text(`options_site_fault_${named.fault}` as MessageKey));
    const { host } = named;
    const archive = sites.find(({ origins }) => [host, `www.${host}`].some((one) => origins.includes(originOf(one))));
    if (archive?.optional === true) return setAddress((await switchOn(archive)) ? '' : address);
    if (archive !== undefined || added.includes(host)) return setProblem(text('options_site_known', host));
    try {
      // Only a press may ask for it, so it comes before anything that takes time.
      if (!(await askFor([originOf(host)]))) return setProblem(text('options_site_refused'));
      setLooking(true);
      const fault = await faultOf(host, recognises);
      if (fault === null) {
        if (await edit(() => send('add-site', { host }), text('options_site_added', host))) setAddress('');
      } else {
        await send('leave-site', { host });
        setProblem(fault);
      }
    } catch (error) {
      setProblem(failureText(error));
    } finally {
      setLooking(false);
    }
  };
  return (
    <form onSubmit={add}>
      <Field label={text('options_site_address')} hint={text('options_site_add_hint')} problem={problem}>
        {(ids) => (
          <div class="row">
            <input
              {...ids}
              type="text"
              inputMode="url"
              autocomplete="off"
              autocapitalize="off"
              spellcheck={false}
              dir="ltr"
              class="input grow"
              value={address}
              onInput={(event) => setAddress(event.currentTarget.value)}
            />
            <Button type="submit" disabled={address.trim() === '' || looking}>
              {text('options_site_add')}
            </Button>
          </div>
        )}
      </Field>
      <p class="quiet small" role="status">
        {looking && text('options_site_looking')}
      </p>
    </form>
  );
}
