import type { Aggregate, Consequence } from '../kernel/aggregate.ts';
import type { Instant } from '../kernel/instant.ts';
import { decideDeployment } from './decide-deployment.ts';
import type { DeploymentCommand } from './deployment-commands.ts';
import { deploymentDeadlines } from './deployment-deadlines.ts';
import { type DeploymentEvent, DeploymentEventSchema } from './deployment-events.ts';
import { deploymentListings } from './deployment-listings.ts';
import { deploymentNotices } from './deployment-notices.ts';
import { nextPromise } from './deployment-promises.ts';
import { type DeploymentState, DeploymentStateSchema } from './deployment-state.ts';
import { evolveDeployment } from './evolve-deployment.ts';
import { isConsignment, isLent } from './mission.ts';
import { isEnded } from './progress.ts';

/** What becomes of that which was sent: a team is free again; goods are used up if they were delivered, else back. */
const settled = ({ mission, progress }: DeploymentState): Consequence => {
  const { deploymentId } = mission;
  const released = { type: 'release-commitment', deploymentId };
  const ended = { type: 'settle-lot', deploymentId, isDelivered: progress.status === 'delivered' };
  return isConsignment(mission)
    ? { kind: 'stock', id: mission.lot.stockId, command: ended }
    : { kind: 'team', id: mission.team.teamId, command: released };
};

/** When it is home, delivered, or was called off: it is settled where it came from, and the request knows. */
const ofEnd = (at: Instant, state: DeploymentState): readonly Consequence[] => {
  const { side, mission } = state;
  const { deploymentId, requestId } = mission;
  const ended = { type: 'deployment-ended', deploymentId, at };
  if (side === 'requester') return [{ kind: 'request', id: requestId, command: ended }];
  return [settled(state), { kind: isLent(mission) ? 'received-request' : 'request', id: requestId, command: ended }];
};

/** When the owner lets its team stay, the team is promised for as much longer, or the owner cannot say so. */
const ofExtension = (until: Instant, { side, mission }: DeploymentState): readonly Consequence[] => {
  const extended = { type: 'extend-commitment', deploymentId: mission.deploymentId, until };
  return side === 'owner' && !isConsignment(mission)
    ? [{ kind: 'team', id: mission.team.teamId, command: extended }]
    : [];
};

const consequences = (event: DeploymentEvent, state: DeploymentState): readonly Consequence[] => {
  if (event.type === 'extensionAnswered')
    return event.answer.response === 'accept' ? ofExtension(event.answer.until, state) : [];
  if (event.type !== 'statusReported' || !event.stepped || !isEnded(event.report.progress)) return [];
  return ofEnd(event.report.progress.since, state);
};

/** A team on its way to another city, or to its own one's incident, and home again, or goods on their way: as each city follows it. */
export const deployment: Aggregate<DeploymentState, DeploymentCommand, DeploymentEvent> = {
  kind: 'deployment',
  stateSchema: DeploymentStateSchema,
  eventSchema: DeploymentEventSchema,
  decide: decideDeployment,
  evolve: evolveDeployment,
  deadlines: deploymentDeadlines,
  dueAt: (state) => nextPromise(state),
  listings: deploymentListings,
  consequences,
  notices: deploymentNotices,
  isExercise: ({ mission }) => mission.exercise,
  cameOf: ({ mission }) => mission.requestId,
  authority: ({ mission }) => mission.agreementId,
};
