import { seeded } from '../../tests/seeded';

/** A seeded generator: a seed that fails can be run again. */
export class Dice {
  /** From 0 up to 1. */
  readonly next: () => number;

  constructor(seed: number) {
    this.next = seeded(seed);
  }

  /** Whole number from 0 to n - 1. */
  below(n: number): number {
    return Math.floor(this.next() * n);
  }

  chance(p: number): boolean {
    return this.next() < p;
  }

  one<Item>(items: readonly Item[]): Item {
    return items[this.below(items.length)]!;
  }
}

/** How often what goes wrong, as probabilities per call. */
export interface Faults {
  /** The call fails before it had any effect. */
  error: number;
  /** The call had its effect, its answer is lost. */
  lostReply: number;
  /** Only a part of an upload arrives, and the server keeps it. */
  cutUpload: number;
  /** Only a part of a download arrives. */
  cutDownload: number;
  /** A listing from some time ago. */
  staleListing: number;
  /** The worker is killed at a step of a round. */
  kill: number;
  /** No version is listed, and the time of change in whole seconds. */
  noVersions: boolean;
  /** Keys of the browser's sync arrive one by one and in any order. */
  partialArrival: boolean;
  /** Milliseconds that clocks may be off, either way. */
  skew: number;
}

export const CALM: Faults = {
  error: 0,
  lostReply: 0,
  cutUpload: 0,
  cutDownload: 0,
  staleListing: 0,
  kill: 0,
  noVersions: false,
  partialArrival: false,
  skew: 0,
};

export const STORM: Faults = {
  error: 0.15,
  lostReply: 0.1,
  cutUpload: 0.1,
  cutDownload: 0.05,
  staleListing: 0.2,
  kill: 0.15,
  noVersions: false,
  partialArrival: true,
  skew: 500_000,
};

/** Thrown out of a round that is cut short by a fault; whatever it had in memory is gone. */
export class Interrupted extends Error {}
