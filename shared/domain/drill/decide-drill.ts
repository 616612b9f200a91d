import { exerciseRefusal } from '../agreement/agreement-use.ts';
import { accept, type Circumstances, type Decision, refuse } from '../kernel/decision.ts';
import { done } from '../request/deciding.ts';
import { decideHandleInject, decideNoteInject } from './decide-injects.ts';
import { decidePlan } from './decide-planning.ts';
import { decideFinishRemoval, decideNoteRemoval, decideOrderRemoval, decidePlanRemoval } from './decide-removal.ts';
import type { DrillCommand, DrillCommandOf } from './drill-commands.ts';
import type { DrillEvent, MessageTo } from './drill-events.ts';
import { DRILL_REFUSALS as REFUSALS } from './drill-refusals.ts';
import { type DrillState, type HostedDrill, isHosted } from './drill-state.ts';
import { scoreDrill } from './score-drill.ts';

type Decided = Decision<DrillEvent>;

const wrongStatus = ({ status }: DrillState): Decided => refuse(REFUSALS.wrongStatus, { status });

/** A message to every participant. */
const toAll = ({ participants }: HostedDrill, { newId }: Circumstances): MessageTo[] =>
  participants.map((participant) => ({ ...participant, messageId: newId() }));

const said = (state: HostedDrill, circumstances: Circumstances) => ({
  messages: toAll(state, circumstances),
  ...done(circumstances),
});

/** Ended, or broken off; before it has begun it can only be called off. */
const end = (state: HostedDrill, { aborted, facts }: DrillCommandOf<'end'>, circumstances: Circumstances): Decided => {
  if (state.status === 'planned')
    return aborted === undefined
      ? wrongStatus(state)
      : accept({ type: 'drillCalledOff', reason: aborted, ...said(state, circumstances) });
  if (state.status !== 'running' && state.status !== 'paused') return wrongStatus(state);
  return accept({
    type: 'drillEnded',
    ...(aborted === undefined ? {} : { aborted }),
    report: scoreDrill(state, facts, circumstances.now),
    ...said(state, circumstances),
  });
};

const steer = (
  state: HostedDrill,
  command: DrillCommandOf<'start' | 'pause' | 'resume' | 'end'>,
  circumstances: Circumstances,
): Decided => {
  if (command.type === 'end') return end(state, command, circumstances);
  const told = said(state, circumstances);
  switch (command.type) {
    case 'start':
      return state.status === 'planned' ? accept({ type: 'drillStarted', ...told }) : wrongStatus(state);
    case 'pause':
      return state.status === 'running'
        ? accept({ type: 'drillPaused', reason: command.reason, ...told })
        : wrongStatus(state);
    case 'resume':
      return state.status === 'paused' ? accept({ type: 'drillResumed', ...told }) : wrongStatus(state);
  }
};

/** The host tells of a drill. */
const receive = (
  state: DrillState | undefined,
  { id, from, agreement, announcement }: DrillCommandOf<'receive-announcement'>,
  { now }: Circumstances,
): Decided => {
  if (state) return refuse(REFUSALS.exists);
  const refusal = agreement ? exerciseRefusal(agreement, true) : undefined;
  if (refusal || !agreement) return refuse(REFUSALS.notParty, { from });
  return accept({ type: 'drillAnnounced', id, host: from, agreementId: agreement.id, ...announcement, at: now });
};

/** What comes late, or twice, of a drill that is over changes nothing. */
const receiveNews = (
  state: DrillState,
  { from, news, reason }: DrillCommandOf<'receive-news'>,
  { now }: Circumstances,
): Decided => {
  if (isHosted(state) || state.host !== from) return refuse(REFUSALS.notParty, { from });
  return state.status === 'attended'
    ? accept()
    : accept({ type: 'drillNewsReceived', news, ...(reason === undefined ? {} : { reason }), at: now });
};

/** @returns what a command on a drill comes to. Nothing happens by its own clock: what is due needs more reading than a decision may do. */
export const decideDrill = (
  state: DrillState | undefined,
  command: DrillCommand,
  circumstances: Circumstances,
): Decided => {
  if (command.type === 'plan') return decidePlan(state, command, circumstances);
  if (command.type === 'receive-announcement') return receive(state, command, circumstances);
  if (!state) return refuse(REFUSALS.unknown);
  switch (command.type) {
    case 'start':
    case 'pause':
    case 'resume':
    case 'end':
      return isHosted(state) ? steer(state, command, circumstances) : wrongStatus(state);
    case 'note-inject':
      return decideNoteInject(state, command, circumstances);
    case 'handle-inject':
      return decideHandleInject(state, command, circumstances);
    case 'receive-news':
      return receiveNews(state, command, circumstances);
    case 'order-removal':
      return decideOrderRemoval(state, circumstances);
    case 'plan-removal':
      return decidePlanRemoval(state, command);
    case 'note-removal':
      return decideNoteRemoval(state);
    case 'finish-removal':
      return decideFinishRemoval(state, circumstances);
    case 'message-failed': {
      const { type: _, ...failure } = command;
      return accept({ type: 'drillMessageFailed', failure: { ...failure, at: circumstances.now } });
    }
    case 'clock-ran-out':
      return accept();
  }
};
