import { confirmedBy } from '../registry/upkeep.ts';
import type { TeamEvent } from './team-events.ts';
import type { TeamState } from './team-state.ts';

type EventOf<T> = Extract<TeamEvent, { readonly type: T }>;
type ActiveTeam = Extract<TeamState, { readonly status: 'active' }>;

const changed = (team: TeamState, event: EventOf<'teamChanged'>): TeamState => ({
  ...team,
  ...confirmedBy(event),
  details: event.details,
  dutyContact: event.dutyContact ?? team.dutyContact,
  certificationNotice:
    event.details.certification.expiresAt === team.details.certification.expiresAt ? team.certificationNotice : 'none',
});

/** Whichever of the two the mission is that is over. */
const released = ({ commitment, drillCommitment, ...team }: ActiveTeam, deploymentId: string): ActiveTeam => ({
  ...team,
  ...(commitment && commitment.deploymentId !== deploymentId ? { commitment } : {}),
  ...(drillCommitment && drillCommitment.deploymentId !== deploymentId ? { drillCommitment } : {}),
});

const extended = (team: ActiveTeam, { deploymentId, until }: EventOf<'teamCommitmentExtended'>): ActiveTeam => {
  const { commitment, drillCommitment } = team;
  if (drillCommitment?.deploymentId === deploymentId)
    return { ...team, drillCommitment: { ...drillCommitment, until } };
  return commitment ? { ...team, commitment: { ...commitment, until } } : team;
};

/** A real mission has it now: the drill does without. */
const committed = ({ drillCommitment: drill, ...team }: ActiveTeam, { commitment }: EventOf<'teamCommitted'>) => ({
  ...team,
  commitment,
  ...(drill && { drillCommitment: { ...drill, calledAwayAt: drill.calledAwayAt ?? commitment.since } }),
});

const withoutStandby = ({ standbys = [], ...team }: ActiveTeam, warningId: string): ActiveTeam => {
  const others = standbys.filter((standby) => standby.warningId !== warningId);
  return others.length === 0 ? team : { ...team, standbys: others };
};

const retired = (
  { commitment: _, drillCommitment: _drill, standbys: _standbys, ...team }: ActiveTeam,
  { reason, at }: EventOf<'teamRetired'>,
): TeamState => ({ ...team, status: 'retired', reason, retiredAt: at });

/** What an event does to a team in service. */
const activeAfter = (team: ActiveTeam, event: Exclude<TeamEvent, EventOf<'teamRegistered'>>): TeamState => {
  switch (event.type) {
    case 'teamChanged':
      return changed(team, event);
    case 'teamAvailabilitySet':
      return { ...team, ...confirmedBy(event), periods: event.periods };
    case 'teamConfirmed':
      return { ...team, ...confirmedBy(event) };
    case 'teamRetired':
      return retired(team, event);
    case 'teamCommitted':
      return committed(team, event);
    case 'teamCommittedToDrill':
      return { ...team, drillCommitment: event.commitment };
    case 'teamCommitmentExtended':
      return extended(team, event);
    case 'teamCommitmentReleased':
      return released(team, event.deploymentId);
    case 'teamPutOnStandby':
      return { ...team, standbys: [...(team.standbys ?? []), event.standby] };
    case 'teamStandbyEnded':
      return withoutStandby(team, event.warningId);
    case 'teamContactRead':
      return team;
    case 'certificationExpiring':
      return { ...team, certificationNotice: 'expiring' };
    case 'certificationExpired':
      return { ...team, certificationNotice: 'expired' };
  }
};

/** @returns the team after an event. */
export const evolveTeam = (team: TeamState | undefined, event: TeamEvent): TeamState => {
  if (event.type === 'teamRegistered') {
    const { id, details, dutyContact } = event;
    return {
      ...{ status: 'active', id, details, dutyContact, periods: [], certificationNotice: 'none' },
      ...confirmedBy(event),
    };
  }
  if (team?.status !== 'active') throw new Error(`${event.type} happens to teams in service only`);
  return activeAfter(team, event);
};
