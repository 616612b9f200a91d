import { accept, type Circumstances, type Decision, refuse } from '../kernel/decision.ts';
import { decideCallAway } from './decide-call-away.ts';
import {
  decideAnswerExtension,
  decideAskExtension,
  decideReceiveExtensionAnswer,
  decideReceiveExtensionRequest,
} from './decide-extension.ts';
import {
  decideAskStatus,
  decideCheckIn,
  decideReceiveReport,
  decideReceiveStatusRequest,
  decideReport,
} from './decide-report.ts';
import {
  decideAnswerReturn,
  decideAskReturn,
  decideReceiveRelease,
  decideReceiveReturnAnswer,
  decideReceiveReturnRequest,
  decideRelease,
} from './decide-return.ts';
import type { DeploymentCommand, DeploymentCommandOf, OpenDeployment } from './deployment-commands.ts';
import type { DeploymentEvent } from './deployment-events.ts';
import { brokenPromises } from './deployment-promises.ts';
import { DEPLOYMENT_REFUSALS as REFUSALS } from './deployment-refusals.ts';
import { counterpartOf, type DeploymentSide, type DeploymentState, statusOf } from './deployment-state.ts';
import { isLent } from './mission.ts';

type Decide<T extends DeploymentCommand['type']> = (
  state: DeploymentState,
  command: DeploymentCommandOf<T>,
  circumstances: Circumstances,
) => Decision<DeploymentEvent>;

const decideClose: Decide<'close'> = (state, _command, { now }) =>
  state.phase === 'ended'
    ? accept({ type: 'deploymentClosed', at: now })
    : refuse(REFUSALS.notEnded, { status: statusOf(state) });

const decideClockRanOut: Decide<'clock-ran-out'> = (state, _command, { now }) =>
  accept(...brokenPromises(state, now).map((broken) => ({ type: 'promiseBroken' as const, broken })));

const decideMessageFailed: Decide<'message-failed'> = (_state, { type: _type, ...failure }, { now }) =>
  accept({ type: 'deploymentMessageFailed', failure: { ...failure, at: now } });

/** Every command but the opening one: at which end it is decided, and how. A city with its own team is both ends. */
const DECISIONS: {
  readonly [T in Exclude<DeploymentCommand['type'], 'open'>]: {
    readonly at: DeploymentSide | 'both';
    readonly decide: Decide<T>;
  };
} = {
  report: { at: 'owner', decide: decideReport },
  'check-in': { at: 'owner', decide: decideCheckIn },
  'receive-report': { at: 'requester', decide: decideReceiveReport },
  'ask-status': { at: 'requester', decide: decideAskStatus },
  'receive-status-request': { at: 'owner', decide: decideReceiveStatusRequest },
  'ask-extension': { at: 'requester', decide: decideAskExtension },
  'receive-extension-request': { at: 'owner', decide: decideReceiveExtensionRequest },
  'answer-extension': { at: 'owner', decide: decideAnswerExtension },
  'receive-extension-answer': { at: 'requester', decide: decideReceiveExtensionAnswer },
  'ask-return': { at: 'owner', decide: decideAskReturn },
  'receive-return-request': { at: 'requester', decide: decideReceiveReturnRequest },
  'answer-return': { at: 'requester', decide: decideAnswerReturn },
  'receive-return-answer': { at: 'owner', decide: decideReceiveReturnAnswer },
  release: { at: 'requester', decide: decideRelease },
  'receive-release': { at: 'owner', decide: decideReceiveRelease },
  close: { at: 'both', decide: decideClose },
  'call-away': { at: 'owner', decide: decideCallAway },
  'clock-ran-out': { at: 'both', decide: decideClockRanOut },
  'message-failed': { at: 'both', decide: decideMessageFailed },
};

const open = (
  state: DeploymentState | undefined,
  { side, mission }: OpenDeployment,
  { now }: Circumstances,
): Decision<DeploymentEvent> =>
  state ? refuse(REFUSALS.alreadyOpen) : accept({ type: 'deploymentOpened', side, mission, at: now });

const decideKnown = <T extends Exclude<DeploymentCommand['type'], 'open'>>(
  type: T,
  state: DeploymentState,
  command: DeploymentCommandOf<T>,
  circumstances: Circumstances,
): Decision<DeploymentEvent> => {
  const { at, decide } = DECISIONS[type];
  if ('from' in command && command.from !== counterpartOf(state))
    return refuse(REFUSALS.notParty, { city: String(command.from) });
  if (at !== 'both' && at !== state.side && isLent(state.mission))
    return refuse(REFUSALS.wrongSide, { city: state.mission[at] });
  return decide(state, command, circumstances);
};

/** Decides on any command. Refuses what does not fit how things stand; what the other city says is taken as it comes. */
export const decideDeployment = (
  state: DeploymentState | undefined,
  command: DeploymentCommand,
  circumstances: Circumstances,
): Decision<DeploymentEvent> => {
  if (command.type === 'open') return open(state, command, circumstances);
  if (!state) return refuse(REFUSALS.notFound);
  return decideKnown(command.type, state, command, circumstances);
};
