import { accept, type Circumstances, type Decision, refuse } from '../kernel/decision.ts';
import { done } from '../request/deciding.ts';
import type { DrillCommandOf } from './drill-commands.ts';
import type { DrillEvent } from './drill-events.ts';
import type { DrillInject } from './drill-inject.ts';
import { DRILL_REFUSALS as REFUSALS } from './drill-refusals.ts';
import { type BegunDrill, type DrillState, isBegun, momentOf, pendingInjects } from './drill-state.ts';

/** @returns the inject whose turn it is: the first that is due, so that after a standstill they come in their order. */
export const nextInject = (state: DrillState, now: string): DrillInject | undefined => {
  if (state.status !== 'running') return undefined;
  const [first] = pendingInjects(state);
  return first && momentOf(state, first.atMinutes) <= now ? first : undefined;
};

/** Each inject is given once, in its turn. */
export const decideNoteInject = (
  state: DrillState,
  { key, made, failure }: DrillCommandOf<'note-inject'>,
  { now }: Circumstances,
): Decision<DrillEvent> =>
  nextInject(state, now)?.key === key
    ? accept({
        type: 'injectGiven',
        outcome: { key, at: now, ...(made && { made }), ...(failure && { failure }) },
      })
    : refuse(REFUSALS.injectNotDue);

/** The duty room says what it has done about an inject. */
export const decideHandleInject = (
  state: DrillState,
  { key, note }: DrillCommandOf<'handle-inject'>,
  circumstances: Circumstances,
): Decision<DrillEvent> => {
  if (!isBegun(state)) return refuse(REFUSALS.unknownInject);
  if (state.status === 'ended') return refuse(REFUSALS.wrongStatus, { status: state.status });
  const outcome = givenOf(state, key);
  if (!outcome) return refuse(REFUSALS.unknownInject);
  return outcome.handled
    ? refuse(REFUSALS.handledAlready)
    : accept({ type: 'injectHandled', key, note, ...done(circumstances) });
};

const givenOf = ({ outcomes }: BegunDrill, key: string) =>
  outcomes.find((outcome) => outcome.key === key && outcome.failure === undefined);
