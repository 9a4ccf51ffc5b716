import type { Part, RoundOf } from './store';

/** What every round works with, where a store remembers how far it has come in `state`. */
export const withState = <P extends Part & { state: unknown }>({ deps, part, self, save }: RoundOf<P>) => ({
  truth: deps.truth,
  self,
  state: part.state as P['state'],
  save: (state: P['state']): Promise<void> => {
    part.state = state;
    return save();
  },
  now: () => deps.now(),
  random: (bytes: Uint8Array<ArrayBuffer>) => deps.random(bytes),
});
