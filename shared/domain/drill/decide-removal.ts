import { accept, type Circumstances, type Decision, refuse } from '../kernel/decision.ts';
import { done } from '../request/deciding.ts';
import type { DrillCommandOf } from './drill-commands.ts';
import type { DrillEvent } from './drill-events.ts';
import { DRILL_REFUSALS as REFUSALS } from './drill-refusals.ts';
import { type DrillRemoval, type DrillState, isOver } from './drill-state.ts';

type Decided = Decision<DrillEvent>;

/** @returns the removal that is under way. */
export const removalUnderWay = (state: DrillState): DrillRemoval | undefined =>
  isOver(state) && state.removal?.doneAt === undefined ? state.removal : undefined;

/** Orders it once; ordered again, it goes on or has been done. */
export const decideOrderRemoval = (state: DrillState, circumstances: Circumstances): Decided => {
  if (!isOver(state)) return refuse(REFUSALS.notOver);
  return state.removal ? accept() : accept({ type: 'drillRemovalOrdered', ...done(circumstances) });
};

export const decidePlanRemoval = (state: DrillState, { batch, digest }: DrillCommandOf<'plan-removal'>): Decided =>
  removalUnderWay(state)?.batch.length === 0
    ? accept({ type: 'drillRemovalPlanned', batch: [...batch], digest })
    : refuse(REFUSALS.nothingPlanned);

export const decideNoteRemoval = (state: DrillState): Decided =>
  (removalUnderWay(state)?.batch.length ?? 0) > 0
    ? accept({ type: 'drillBatchRemoved' })
    : refuse(REFUSALS.nothingPlanned);

/** Says in the ledger what was removed: how many of each kind, and a digest of the heads of their ledgers. */
export const decideFinishRemoval = (state: DrillState, { now }: Circumstances): Decided => {
  const removal = removalUnderWay(state);
  if (!removal || removal.batch.length > 0) return refuse(REFUSALS.nothingPlanned);
  const { counts, digest } = removal;
  return accept({ type: 'drillDataRemoved', counts, digest, at: now });
};
