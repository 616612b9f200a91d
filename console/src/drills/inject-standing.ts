import { MINUTE_MS } from '../../../shared/domain/kernel/instant.ts';
import type { DrillView } from '../../../shared/http/views/drill.ts';

/** An inject of a drill, with what became of it. */
export type Inject = NonNullable<DrillView['injects']>[number];

/** How an inject stands. */
export type InjectStanding =
  | 'waiting'
  | 'due'
  | 'given'
  | 'open'
  | 'late'
  | 'handled'
  | 'handled-late'
  | 'missed'
  | 'failed'
  | 'not-given';

/** @returns by when the duty room is to say what it has done, milliseconds; `undefined` where nothing is expected, or not yet. */
export const handleBy = ({ outcome, handleWithinMinutes }: Inject): number | undefined =>
  outcome === undefined || handleWithinMinutes === undefined
    ? undefined
    : Date.parse(outcome.at) + handleWithinMinutes * MINUTE_MS;

/**
 * @param now milliseconds.
 * @param isOver whether the drill is: what has not come by then comes no more.
 */
export const injectStanding = (inject: Inject, now: number, isOver: boolean): InjectStanding => {
  const { due, outcome } = inject;
  if (!outcome) {
    if (isOver) return 'not-given';
    return due !== undefined && Date.parse(due) <= now ? 'due' : 'waiting';
  }
  if (outcome.failure) return 'failed';
  const by = handleBy(inject);
  if (by === undefined) return outcome.handled ? 'handled' : 'given';
  if (outcome.handled) return Date.parse(outcome.handled.at) <= by ? 'handled' : 'handled-late';
  if (isOver) return 'missed';
  return by < now ? 'late' : 'open';
};
