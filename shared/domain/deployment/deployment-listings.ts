import * as z from 'zod';
import type { Listing } from '../kernel/aggregate.ts';
import { CityCodeSchema } from '../kernel/city-code.ts';
import { InstantSchema } from '../kernel/instant.ts';
import { listName } from '../kernel/list-name.ts';
import { NamedLotSchema, NamedTeamSchema } from '../request/answer.ts';
import { PositionSchema } from '../vocabulary/position.ts';
import { type DeploymentSide, DeploymentSideSchema, type DeploymentState, statusOf } from './deployment-state.ts';
import { type DeploymentStatus, DeploymentStatusSchema } from './deployment-status.ts';
import { DeploymentTimesSchema, timesOf, UNKNOWN_TIMES } from './deployment-times.ts';
import { isConsignment, leaderOf } from './mission.ts';

/** What lists show of a deployment. */
export const DeploymentCardSchema = z
  .strictObject({
    deploymentId: z.uuid(),
    side: DeploymentSideSchema,
    status: DeploymentStatusSchema,
    /** One of the two: the team that was sent, or the goods. */
    team: NamedTeamSchema.pick({ teamId: true, name: true }).optional(),
    lot: NamedLotSchema.optional(),
    owner: CityCodeSchema,
    requester: CityCodeSchema,
    orderNumber: z.string(),
    requestId: z.uuid(),
    requestedArrival: InstantSchema,
    agreedReturn: InstantSchema,
    /** Nothing is known of them in a row that was written before rows had them, until the mission goes on. */
    times: DeploymentTimesSchema.default(UNKNOWN_TIMES),
    /** Where it is to report; absent in such a row, too. */
    reportingPoint: PositionSchema.optional(),
    /** Where it was when it last said so. */
    lastPosition: PositionSchema.optional(),
    openedAt: InstantSchema,
    exercise: z.boolean(),
  })
  .meta({ id: 'DeploymentCard' });
type DeploymentCard = z.infer<typeof DeploymentCardSchema>;

/** What a list of deployments may be narrowed to: one team, one leader, or a side, a status, or both. */
export interface DeploymentFilter {
  readonly team?: string | undefined;
  readonly leader?: string | undefined;
  readonly side?: DeploymentSide | undefined;
  readonly status?: DeploymentStatus | undefined;
}

/** @returns the name of the list that holds exactly what the filter asks for. */
export const deploymentList = ({ team, leader, side, status }: DeploymentFilter): string =>
  listName('deployment', { team, leader, side, status });

const cardOf = (state: DeploymentState): DeploymentCard => {
  const { side, mission, openedAt, agreedReturn, lastReport } = state;
  return {
    deploymentId: mission.deploymentId,
    side,
    status: statusOf(state),
    ...(isConsignment(mission)
      ? { lot: mission.lot }
      : { team: { teamId: mission.team.teamId, name: mission.team.name } }),
    owner: mission.owner,
    requester: mission.requester,
    orderNumber: mission.orderNumber,
    requestId: mission.requestId,
    requestedArrival: mission.requestedArrival,
    agreedReturn,
    times: timesOf(state),
    reportingPoint: mission.reportingPoint,
    ...(lastReport?.position && { lastPosition: lastReport.position }),
    openedAt,
    exercise: mission.exercise,
  };
};

/** @returns the rows by which a deployment is found, in order of opening. */
export const deploymentListings = (state: DeploymentState): readonly Listing[] => {
  const { side, mission } = state;
  const leader = leaderOf(mission);
  const status = statusOf(state);
  const filters: readonly DeploymentFilter[] = [
    {},
    { side },
    { status },
    { side, status },
    ...(isConsignment(mission) ? [] : [{ team: mission.team.teamId }]),
    ...(leader === undefined ? [] : [{ leader }]),
  ];
  const sort = `${state.openedAt}#${mission.deploymentId}`;
  return filters.map((filter) => ({ list: deploymentList(filter), sort, card: cardOf(state) }));
};
