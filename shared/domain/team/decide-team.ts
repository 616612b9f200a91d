import { accept, type Circumstances, type Decision, refuse } from '../kernel/decision.ts';
import { decideContactReading } from '../roster/contact-read.ts';
import { inOrderOfTime, PERIODS_OVERLAP } from '../vocabulary/availability.ts';
import { unavailability } from './team-availability.ts';
import { certificationDueAt } from './team-certification.ts';
import type {
  ChangeTeam,
  CommitTeam,
  ConfirmTeam,
  ExtendTeamCommitment,
  PutOnStandby,
  RegisterTeam,
  SetAvailability,
  TeamCommand,
} from './team-commands.ts';
import type { TeamEvent } from './team-events.ts';
import { TEAM_REFUSALS as REFUSALS } from './team-refusals.ts';
import type { TeamState } from './team-state.ts';

type TeamDecision = Decision<TeamEvent>;

const register = ({ id, details, dutyContact }: RegisterTeam, at: string): TeamDecision =>
  accept({ type: 'teamRegistered', id, details, dutyContact, at });

const change = ({ details, dutyContact }: ChangeTeam, at: string): TeamDecision =>
  accept({ type: 'teamChanged', details, ...(dutyContact === undefined ? {} : { dutyContact }), at });

/** A team leader who has no other role in the registry speaks for the own team only. */
const speaksFor = (
  { details: { leader } }: TeamState,
  { as }: SetAvailability | ConfirmTeam,
  { actor }: Circumstances,
): boolean => as === 'city' || (actor.kind === 'person' && actor.id === leader.personId);

const setAvailability = (team: TeamState, command: SetAvailability, circumstances: Circumstances): TeamDecision => {
  if (!speaksFor(team, command, circumstances)) return refuse(REFUSALS.notItsLeader);
  const ordered = inOrderOfTime(command.periods);
  return ordered
    ? accept({ type: 'teamAvailabilitySet', periods: ordered, at: circumstances.now })
    : refuse(PERIODS_OVERLAP, {}, '/periods');
};

const confirm = (team: TeamState, command: ConfirmTeam, circumstances: Circumstances): TeamDecision =>
  speaksFor(team, command, circumstances)
    ? accept({ type: 'teamConfirmed', at: circumstances.now })
    : refuse(REFUSALS.notItsLeader);

/** What is real takes the team whatever drill it plays in; the clock tells the drill. */
const commit = (
  team: TeamState,
  { deploymentId, requestId, until, exercise = false }: CommitTeam,
  now: string,
): TeamDecision => {
  const refusal = unavailability(team, { from: now, until }, exercise);
  if (refusal) return { accepted: false, refusal };
  const commitment = { deploymentId, requestId, since: now, until };
  return accept({ type: exercise ? 'teamCommittedToDrill' : 'teamCommitted', commitment });
};

/** The mission of that deployment, real or a drill's, and the team as it would be without it. */
const missionOf = (team: TeamState, deploymentId: string) => {
  if (team.status !== 'active') return undefined;
  const { commitment, drillCommitment, ...others } = team;
  if (commitment?.deploymentId === deploymentId) return { mission: commitment, without: others, isDrill: false };
  return drillCommitment?.deploymentId === deploymentId
    ? { mission: drillCommitment, without: { ...others, ...(commitment && { commitment }) }, isDrill: true }
    : undefined;
};

/** The team must be to be had for the time that is added, as it had to be for the time it was promised for. */
const extendCommitment = (team: TeamState, { deploymentId, until }: ExtendTeamCommitment): TeamDecision => {
  const found = missionOf(team, deploymentId);
  if (!found || until === found.mission.until) return accept();
  const { mission, without, isDrill } = found;
  const refusal = unavailability(without, { from: mission.until, until }, isDrill);
  return refusal ? { accepted: false, refusal } : accept({ type: 'teamCommitmentExtended', deploymentId, until });
};

const retire = (team: TeamState, reason: string, now: string): TeamDecision => {
  if (team.status === 'active' && team.commitment) {
    const { until, deploymentId: deployment } = team.commitment;
    return refuse(REFUSALS.committed, { team: team.details.name, until, deployment });
  }
  return accept({ type: 'teamRetired', reason, at: now });
};

const releaseCommitment = (team: TeamState, deploymentId: string): TeamDecision => {
  const found = missionOf(team, deploymentId);
  if (!found) return accept();
  const isCalledAway = 'calledAwayAt' in found.mission && found.mission.calledAwayAt !== undefined;
  return accept({ type: 'teamCommitmentReleased', deploymentId, ...(isCalledAway ? { calledAway: true } : {}) });
};

const isOnStandby = (team: TeamState, warningId: string): boolean =>
  team.status === 'active' && (team.standbys ?? []).some((standby) => standby.warningId === warningId);

const putOnStandby = (team: TeamState, { warningId, until, reason }: PutOnStandby, since: string): TeamDecision =>
  isOnStandby(team, warningId)
    ? accept()
    : accept({ type: 'teamPutOnStandby', standby: { warningId, since, until, reason } });

const clockRanOut = (team: TeamState, now: string): TeamDecision => {
  const dueAt = certificationDueAt(team);
  if (dueAt === undefined || dueAt > now) return accept();
  const { expiresAt } = team.details.certification;
  return accept({ type: expiresAt <= now ? 'certificationExpired' : 'certificationExpiring', expiresAt });
};

/** @returns what a command on a team comes to. */
export const decideTeam = (
  team: TeamState | undefined,
  command: TeamCommand,
  circumstances: Circumstances,
): TeamDecision => {
  if (command.type === 'register') return team ? refuse(REFUSALS.exists) : register(command, circumstances.now);
  if (!team) return refuse(REFUSALS.unknown);
  if (command.type === 'clock-ran-out') return clockRanOut(team, circumstances.now);
  if (command.type === 'release-commitment') return releaseCommitment(team, command.deploymentId);
  if (command.type === 'extend-commitment') return extendCommitment(team, command);
  if (command.type === 'end-standby') {
    const { warningId } = command;
    return isOnStandby(team, warningId) ? accept({ type: 'teamStandbyEnded', warningId }) : accept();
  }
  if (team.status === 'retired') return refuse(REFUSALS.retired, { team: team.details.name });
  switch (command.type) {
    case 'change':
      return change(command, circumstances.now);
    case 'set-availability':
      return setAvailability(team, command, circumstances);
    case 'confirm':
      return confirm(team, command, circumstances);
    case 'retire':
      return retire(team, command.reason, circumstances.now);
    case 'commit':
      return commit(team, command, circumstances.now);
    case 'put-on-standby':
      return putOnStandby(team, command, circumstances.now);
    case 'show-contact':
      return decideContactReading(command, circumstances, (read) => ({ type: 'teamContactRead', ...read }));
  }
};
