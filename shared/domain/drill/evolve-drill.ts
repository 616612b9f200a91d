import { millisecondsBetween } from '../kernel/instant.ts';
import type { DrillEvent, DrillEventOf } from './drill-events.ts';
import { type DrillRemoval, type DrillState, isBegun, isHosted, isOver } from './drill-state.ts';

const planned = ({ id, script, incidents, adopted, messages, by, at }: DrillEventOf<'drillPlanned'>): DrillState => ({
  status: 'planned',
  ...{ id, script, incidents, adopted, plannedBy: by, plannedAt: at, failures: [] },
  participants: messages.map(({ city, agreementId }) => ({ city, agreementId })),
});

const resumed = (state: DrillState, { at }: DrillEventOf<'drillResumed'>): DrillState => {
  if (state.status !== 'paused') return state;
  const { pausedAt, reason: _, ...drill } = state;
  return { ...drill, status: 'running', pausedMs: drill.pausedMs + millisecondsBetween(pausedAt, at) };
};

const ended = (state: DrillState, { at, report, aborted }: DrillEventOf<'drillEnded'>): DrillState => {
  if (state.status !== 'running' && state.status !== 'paused') return state;
  const { status, ...drill } = state.status === 'paused' ? withoutPause(state) : state;
  return { ...drill, status: 'ended', endedAt: at, report, ...(aborted === undefined ? {} : { aborted }) };
};

const withoutPause = ({ pausedAt: _, reason: _reason, ...drill }: Extract<DrillState, { status: 'paused' }>) => drill;

const handled = (state: DrillState, { key, note, by, at }: DrillEventOf<'injectHandled'>): DrillState =>
  isBegun(state)
    ? {
        ...state,
        outcomes: state.outcomes.map((outcome) =>
          outcome.key === key ? { ...outcome, handled: { note, by, at } } : outcome,
        ),
      }
    : state;

const heard = (state: DrillState, { news, at }: DrillEventOf<'drillNewsReceived'>): DrillState => {
  if (state.status !== 'invited') return state;
  if (news !== 'ended' && news !== 'aborted') return { ...state, isRunning: news === 'started' || news === 'resumed' };
  const { isRunning: _, ...drill } = state;
  return { ...drill, status: 'attended', endedAt: at };
};

/** So many more of each kind. */
const counted = ({ counts, batch }: DrillRemoval): DrillRemoval['counts'] => {
  const sum = { ...counts };
  for (const { kind } of batch) sum[kind] = (sum[kind] ?? 0) + 1;
  return sum;
};

const removing = (
  state: DrillState,
  event: DrillEventOf<'drillRemovalOrdered' | 'drillRemovalPlanned' | 'drillBatchRemoved' | 'drillDataRemoved'>,
): DrillState => {
  if (!isOver(state)) return state;
  if (event.type === 'drillRemovalOrdered') {
    const { by, at: orderedAt } = event;
    return { ...state, removal: { by, orderedAt, batch: [], counts: {}, digest: '' } };
  }
  const { removal } = state;
  if (!removal) return state;
  switch (event.type) {
    case 'drillRemovalPlanned':
      return { ...state, removal: { ...removal, batch: event.batch, digest: event.digest } };
    case 'drillBatchRemoved':
      return { ...state, removal: { ...removal, batch: [], counts: counted(removal) } };
    case 'drillDataRemoved':
      return { ...state, removal: { ...removal, doneAt: event.at } };
  }
};

const after = (
  state: DrillState,
  event: Exclude<DrillEvent, DrillEventOf<'drillPlanned' | 'drillAnnounced'>>,
): DrillState => {
  switch (event.type) {
    case 'drillStarted':
      return state.status === 'planned'
        ? { ...state, status: 'running', startedAt: event.at, pausedMs: 0, outcomes: [] }
        : state;
    case 'drillPaused':
      return state.status === 'running'
        ? { ...state, status: 'paused', pausedAt: event.at, reason: event.reason }
        : state;
    case 'drillResumed':
      return resumed(state, event);
    case 'injectGiven':
      return isBegun(state) ? { ...state, outcomes: [...state.outcomes, event.outcome] } : state;
    case 'injectHandled':
      return handled(state, event);
    case 'drillEnded':
      return ended(state, event);
    case 'drillCalledOff':
      return state.status === 'planned'
        ? { ...state, status: 'called-off', endedAt: event.at, reason: event.reason }
        : state;
    case 'drillMessageFailed':
      return { ...state, failures: [...state.failures, event.failure] };
    case 'drillNewsReceived':
      return heard(state, event);
    default:
      return removing(state, event);
  }
};

/** @returns the drill after an event. */
export const evolveDrill = (state: DrillState | undefined, event: DrillEvent): DrillState => {
  if (event.type === 'drillPlanned') return planned(event);
  if (event.type === 'drillAnnounced') {
    const { type: _, at: announcedAt, ...invited } = event;
    return { status: 'invited', ...invited, announcedAt, isRunning: false, failures: [] };
  }
  if (!state) throw new Error(`a drill begins by being planned or announced, not by ${event.type}`);
  return after(state, event);
};

/** @returns what a drill is called, at its host and at its participants. */
export const titleOf = (state: DrillState): string => (isHosted(state) ? state.script.title : state.title);
