import type { Aggregate, Consequence } from '../kernel/aggregate.ts';
import { decideDeployment } from './decide-deployment.ts';
import type { DeploymentCommand } from './deployment-commands.ts';
import { type DeploymentEvent, DeploymentEventSchema } from './deployment-events.ts';
import { deploymentListings } from './deployment-listings.ts';
import { deploymentNotices } from './deployment-notices.ts';
import { nextPromise } from './deployment-promises.ts';
import { type DeploymentState, DeploymentStateSchema } from './deployment-state.ts';
import { evolveDeployment } from './evolve-deployment.ts';
import { isEnded } from './progress.ts';

/** When the team is home, or was called off: it is free again, and the request knows. */
const consequences = (event: DeploymentEvent, { side, mission }: DeploymentState): readonly Consequence[] => {
  if (event.type !== 'statusReported' || !event.stepped || !isEnded(event.report.progress)) return [];
  const { deploymentId, requestId, team } = mission;
  const ended = { type: 'deployment-ended', deploymentId, at: event.report.progress.since };
  if (side === 'requester') return [{ kind: 'request', id: requestId, command: ended }];
  const released = { type: 'release-commitment', deploymentId };
  return [
    { kind: 'team', id: team.teamId, command: released },
    { kind: 'received-request', id: requestId, command: ended },
  ];
};

/** A team on its way to another city and home again, as each of the two cities follows it. */
export const deployment: Aggregate<DeploymentState, DeploymentCommand, DeploymentEvent> = {
  kind: 'deployment',
  stateSchema: DeploymentStateSchema,
  eventSchema: DeploymentEventSchema,
  decide: decideDeployment,
  evolve: evolveDeployment,
  dueAt: (state) => nextPromise(state),
  listings: deploymentListings,
  consequences,
  notices: deploymentNotices,
  isExercise: ({ mission }) => mission.exercise,
  authority: ({ mission }) => mission.agreementId,
};
