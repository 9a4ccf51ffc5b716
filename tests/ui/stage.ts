import { render } from 'preact';
import { beforeEach } from 'vitest';
import type { StoredRule } from '../../src/rules/rule';
import { parseRule } from '../../src/rules/text/parse';
import { toStored } from '../../src/rules/text/print';
import { mountOptions, type Handed } from '../../src/ui/options/index';
import { FakeBackground } from './fake-background';
import { handed } from './handed';
import { settle } from './screen';

export interface Stage {
  background: FakeBackground;
  /** Where a page is drawn. */
  place: HTMLElement;
  /** Opens the options at an address. */
  options(hash?: string, sites?: Handed['sites']): Promise<void>;
}

/** An empty page and a background of its own for each test of the file. */
export function useStage(): Stage {
  const stage = {
    options: async (hash: string, sites: Handed['sites'] = []): Promise<void> => {
      location.hash = hash;
      mountOptions(stage.place, handed(sites));
      await settle();
    },
  } as Stage;
  beforeEach(() => {
    stage.background = new FakeBackground();
    stage.background.install();
    stage.place = document.createElement('div');
    document.body.replaceChildren(stage.place);
    Element.prototype.scrollIntoView = () => undefined;
    return () => render(null, stage.place);
  });
  return stage;
}

/** A rule as it is stored, from its line. */
export function stored(line: string): StoredRule {
  const read = parseRule(line);
  if (!read.ok) throw new Error(`${line}: ${read.error.code}`);
  return toStored(read.rule);
}
