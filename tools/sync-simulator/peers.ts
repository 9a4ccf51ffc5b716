import type { Dice, Faults } from './faults';

/*
 * The merge rules of two published blockers, as controls: if the simulator could not see them lose, it could not
 * see a loss of ours. They stand for the rule that decides which copy wins, not for the whole of their code.
 */

interface Copy {
  rules: Set<string>;
  /** Of the last edit: a time, or a counter. */
  mark: number;
}

export interface Peer {
  local: Copy;
}

/** Whole file, newer time of change wins (the rule of uBlacklist's file sync). */
function syncNewest(peer: Peer, remote: { copy: Copy | null }): void {
  if (remote.copy === null || peer.local.mark > remote.copy.mark) remote.copy = clone(peer.local);
  else if (remote.copy.mark > peer.local.mark) peer.local = clone(remote.copy);
}

/** Pieces overwritten in place, higher generation wins (the rule of dipique's AO3 blocker in `storage.sync`). */
function syncGeneration(peer: Peer, remote: { copy: Copy | null }): void {
  if (remote.copy === null || peer.local.mark >= remote.copy.mark) remote.copy = clone(peer.local);
  else peer.local = clone(remote.copy);
}

const clone = (copy: Copy): Copy => ({ rules: new Set(copy.rules), mark: copy.mark });

export type PeerRule = 'newest' | 'generation';

/** One run of a control: the same kind of schedule as ours. Returns rules added, and those of them lost in the end. */
export function runPeers(rule: PeerRule, dice: Dice, faults: Faults, steps: number): { added: number; lost: number; diverged: boolean } {
  const peers: Peer[] = Array.from({ length: 2 + dice.below(4) }, () => ({ local: { rules: new Set<string>(), mark: 0 } }));
  const skews = peers.map(() => Math.round((dice.next() * 2 - 1) * faults.skew));
  const remote: { copy: Copy | null } = { copy: null };
  const added = new Set<string>();
  const removed = new Set<string>();
  let now = 1_000_000;
  const sync = rule === 'newest' ? syncNewest : syncGeneration;
  for (let step = 0; step < steps; step++) {
    now += dice.below(60_000);
    const who = dice.below(peers.length);
    const { local } = peers[who]!;
    if (dice.chance(0.5)) {
      if (dice.chance(0.8) || local.rules.size === 0) {
        added.add(`rule ${step}`);
        local.rules.add(`rule ${step}`);
      } else {
        const gone = dice.one([...local.rules]);
        local.rules.delete(gone);
        removed.add(gone);
      }
      local.mark = rule === 'newest' ? now + skews[who]! : local.mark + 1;
    } else if (!dice.chance(faults.error + faults.kill)) sync(peers[who]!, remote);
  }
  for (let i = 0; i < 3; i++) for (const peer of peers) sync(peer, remote);
  const wanted = [...added].filter((one) => !removed.has(one));
  const lost = wanted.filter((one) => !peers.some((peer) => peer.local.rules.has(one))).length;
  return { added: added.size, lost, diverged: new Set(peers.map((peer) => [...peer.local.rules].sort().join())).size > 1 };
}
