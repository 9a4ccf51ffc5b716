import type { Part, RoundOf } from './store';
import type { Self, Truth } from './truth';

/** What every round works with, where a store remembers in `state` how far it has come. */
export interface RoundWith<State> {
  truth: Truth;
  self: Self;
  state: State;
  /** Keeps the state; called whenever it would hurt to lose what was learned. */
  save(state: State): Promise<void>;
  now(): number;
  random(bytes: Uint8Array<ArrayBuffer>): void;
}

export const withState = <P extends Part & { state: unknown }>({ deps, part, self, save }: RoundOf<P>): RoundWith<P['state']> => ({
  truth: deps.truth,
  self,
  state: part.state,
  save: (state) => {
    part.state = state;
    return save();
  },
  now: () => deps.now(),
  random: (bytes) => deps.random(bytes),
});
