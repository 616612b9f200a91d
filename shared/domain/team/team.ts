import type { Aggregate, NoticeDraft } from '../kernel/aggregate.ts';
import { earliest, type Instant } from '../kernel/instant.ts';
import { routine, urgent } from '../kernel/notice.ts';
import { offDutyNotices } from '../roster/contact-read.ts';
import { decideTeam } from './decide-team.ts';
import { evolveTeam } from './evolve-team.ts';
import { certificationDueAt } from './team-certification.ts';
import type { TeamCommand } from './team-commands.ts';
import { type TeamEvent, TeamEventSchema } from './team-events.ts';
import { teamListings } from './team-listings.ts';
import { teamRegistryEntry } from './team-registry-entry.ts';
import { type TeamState, TeamStateSchema } from './team-state.ts';

const notices = (event: TeamEvent, { details: { name } }: TeamState): readonly NoticeDraft[] => {
  switch (event.type) {
    case 'certificationExpiring':
      return [
        routine(
          `队伍“${name}”的资质将于${event.expiresAt}到期，请及时续期。`,
          `The certification of the team "${name}" expires at ${event.expiresAt}; have it renewed.`,
        ),
      ];
    case 'certificationExpired':
      return [
        urgent(
          `队伍“${name}”的资质已到期，续期前不能承诺该队伍。`,
          `The certification of the team "${name}" has expired; it cannot be promised until it is renewed.`,
        ),
      ];
    case 'teamCommitmentReleased':
      return event.calledAway
        ? [
            urgent(
              `队伍“${name}”已奉命执行真实任务，退出演练派遣${event.deploymentId}。`,
              `The team "${name}" has gone on a real mission and leaves the drill's deployment ${event.deploymentId}.`,
            ),
          ]
        : [];
    case 'teamContactRead':
      return offDutyNotices(event, name);
    default:
      return [];
  }
};

/** Since when a drill that does without the team is yet to be told. */
const calledAwayAt = (state: TeamState): Instant | undefined =>
  state.status === 'active' ? state.drillCommitment?.calledAwayAt : undefined;

/** A rescue team of this city's registry. */
export const team: Aggregate<TeamState, TeamCommand, TeamEvent> = {
  kind: 'team',
  stateSchema: TeamStateSchema,
  eventSchema: TeamEventSchema,
  decide: decideTeam,
  evolve: evolveTeam,
  /** Also at once when a drill must be told that it does without the team. */
  dueAt: (state) => earliest(certificationDueAt(state), calledAwayAt(state)),
  listings: teamListings,
  registryEntry: teamRegistryEntry,
  notices,
  isExercise: () => false,
};
