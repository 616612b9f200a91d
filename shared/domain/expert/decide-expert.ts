import { accept, type Circumstances, type Decision, refuse } from '../kernel/decision.ts';
import { decideContactReading } from '../roster/contact-read.ts';
import { dutyStanding } from '../roster/duty-standing.ts';
import { inOrderOfTime, PERIODS_OVERLAP } from '../vocabulary/availability.ts';
import { decideAppraisal, decideCallOutEnded, decideInvite } from './decide-call-out.ts';
import { decideAppoint, decideLeave, decideMembershipClock, decideRenew } from './decide-membership.ts';
import { leftAt } from './expert-availability.ts';
import type { Capacity, ExpertCommand, ExpertCommandOf } from './expert-commands.ts';
import type { ExpertEvent } from './expert-events.ts';
import { EXPERT_REFUSALS as REFUSALS } from './expert-refusals.ts';
import type { ExpertState, PoolExpert } from './expert-state.ts';

type ExpertDecision = Decision<ExpertEvent>;
type LaterCommand = Exclude<ExpertCommand, { readonly type: 'appoint' }>;
type Decide<T extends LaterCommand['type'], S extends ExpertState = ExpertState> = (
  expert: S,
  command: ExpertCommandOf<T>,
  circumstances: Circumstances,
) => ExpertDecision;

/** Duty officers answer the telephone at any hour: they may need anybody's number. */
const ON_DUTY = 'duty-officer';

const inPool =
  <T extends LaterCommand['type']>(decide: Decide<T, PoolExpert>): Decide<T> =>
  (expert, command, circumstances) =>
    expert.status === 'left'
      ? refuse(REFUSALS.left, { expert: expert.details.name, at: leftAt(expert) })
      : decide(expert, command, circumstances);

/** Whoever acts as an expert does so for themselves only. */
const ofOneself =
  <C extends { readonly as: Capacity }>(
    decide: (expert: ExpertState, command: C, by: Circumstances) => ExpertDecision,
  ) =>
  (expert: ExpertState, command: C, by: Circumstances): ExpertDecision =>
    command.as === 'expert' && !isOneself(expert, by) ? refuse(REFUSALS.notOneself) : decide(expert, command, by);

const isOneself = ({ details }: ExpertState, { actor }: Circumstances): boolean =>
  actor.kind === 'person' && actor.id === details.personId;

const setAvailability: Decide<'set-availability'> = (_expert, { periods }, { now }) => {
  const ordered = inOrderOfTime(periods);
  return ordered
    ? accept({ type: 'expertAvailabilitySet', periods: ordered, at: now })
    : refuse(PERIODS_OVERLAP, {}, '/periods');
};

/** Whoever has to do with an open call-out needs no duty; others must be on duty, by the roster or by their role. */
const showContact: Decide<'show-contact'> = (expert, command, circumstances) => {
  const { actor, now } = circumstances;
  const { reason, duty } = command;
  if (isOneself(expert, circumstances) || expert.openCallOuts.length > 0)
    return accept({ type: 'expertContactRead', reason });
  const isOnDuty = dutyStanding(duty.roster, actor, now) === 'on-duty';
  if (!isOnDuty && !(actor.kind === 'person' && actor.roles.includes(ON_DUTY)))
    return refuse(REFUSALS.contactNotNeeded);
  return decideContactReading(command, circumstances, (read) => ({ type: 'expertContactRead', ...read }));
};

const DECISIONS: { readonly [T in LaterCommand['type']]: Decide<T> } = {
  change: inPool((_expert, { details }, { now }) => accept({ type: 'expertChanged', details, at: now })),
  'change-contact': ofOneself(
    inPool<'change-contact'>((_expert, { contact }, { now }) =>
      accept({ type: 'expertContactChanged', contact, at: now }),
    ),
  ),
  confirm: ofOneself(inPool<'confirm'>((_expert, _command, { now }) => accept({ type: 'expertConfirmed', at: now }))),
  'set-availability': ofOneself(inPool<'set-availability'>(setAvailability)),
  renew: (expert, command, { now }) => decideRenew(expert, command, now),
  leave: inPool((expert, command, { now }) => decideLeave(expert, command, now)),
  'show-contact': ofOneself(showContact),
  invite: decideInvite,
  'call-out-ended': decideCallOutEnded,
  'record-appraisal': (_expert, command) => decideAppraisal(command),
  'clock-ran-out': (expert, _command, { now }) => decideMembershipClock(expert, now),
};

const decideLater = <T extends LaterCommand['type']>(
  type: T,
  expert: ExpertState,
  command: ExpertCommandOf<T>,
  circumstances: Circumstances,
): ExpertDecision => DECISIONS[type](expert, command, circumstances);

/** @returns what a command on an expert comes to. */
export const decideExpert = (
  expert: ExpertState | undefined,
  command: ExpertCommand,
  circumstances: Circumstances,
): ExpertDecision => {
  if (command.type === 'appoint') return expert ? refuse(REFUSALS.exists) : decideAppoint(command, circumstances.now);
  return expert ? decideLater(command.type, expert, command, circumstances) : refuse(REFUSALS.unknown);
};
