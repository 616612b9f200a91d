import type { LentMission, Mission } from '../deployment/mission.ts';
import type { CityCode } from '../kernel/city-code.ts';
import { COST_CATEGORIES, type Costs } from '../vocabulary/costs.ts';
import { namedIds } from './answer.ts';
import type { Dispatch } from './own-help.ts';
import { checkInOf, type RequestItem } from './request-item.ts';
import type { Commitment, Requisition } from './requisition.ts';

/** What a mission order is made of; both ends hold all of it, so that both make the same order of it. */
export interface MissionSource {
  readonly requestId: string;
  readonly agreementId: string;
  readonly owner: CityCode;
  readonly requester: CityCode;
  /** The item of the request that the requisition is for. */
  readonly item: RequestItem;
  readonly requisition: Requisition;
  readonly commitment: Extract<Commitment, { outcome: 'committed' }>;
  readonly exercise: boolean;
}

/** One of `count` equal shares of costs, CNY fen; what does not divide falls to the first shares, so that the shares add up exactly. */
export const shareOfCosts = (costs: Costs, count: number, index: number): Costs => {
  const shares: Costs = {};
  for (const category of COST_CATEGORIES) {
    const whole = costs[category];
    if (whole !== undefined) shares[category] = Math.floor(whole / count) + (index < whole % count ? 1 : 0);
  }
  return shares;
};

/**
 * The mission order of every team and lot of a commitment, in the commitment's order. Each bears an equal share of the requisition's
 * costs by its place among what was requisitioned: the share of what was not committed is not owed.
 */
export const missionsOf = ({ item, requisition, commitment, ...common }: MissionSource): readonly LentMission[] => {
  const requisitioned = namedIds(requisition);
  const order = (deploymentId: string, resourceId: string) => ({
    ...common,
    deploymentId,
    itemId: item.itemId,
    requisitionId: requisition.requisitionId,
    orderNumber: commitment.orderNumber,
    mission: item.mission,
    reportingPoint: item.reportingPoint,
    costs: shareOfCosts(requisition.costs, requisitioned.length, requisitioned.indexOf(resourceId)),
    requestedArrival: item.neededBy,
    requestedReturn: item.neededUntil,
    estimatedDeparture: commitment.estimatedDeparture,
    estimatedArrival: commitment.estimatedArrival,
    commitMessageId: commitment.messageId,
  });
  return [
    ...commitment.teams.map(({ deploymentId, team }) => ({
      ...order(deploymentId, team.teamId),
      ...checkInOf(item),
      team,
    })),
    ...(commitment.lots ?? []).map(({ deploymentId, lot }) => ({ ...order(deploymentId, lot.stockId), lot })),
  ];
};

/** What the order of an own team is made of. */
export interface OwnMissionSource {
  readonly requestId: string;
  /** Sends the team, and is helped by it. */
  readonly city: CityCode;
  readonly item: RequestItem;
  readonly dispatch: Dispatch;
  readonly teamLeader?: string | undefined;
  readonly exercise: boolean;
}

/** @returns the mission order of an own team: under no agreement, and nobody is billed. */
export const ownMission = ({ requestId, city, item, dispatch, teamLeader, exercise }: OwnMissionSource): Mission => ({
  ...dispatch,
  requestId,
  owner: city,
  requester: city,
  ...(teamLeader === undefined ? {} : { teamLeader }),
  ...checkInOf(item),
  mission: item.mission,
  reportingPoint: item.reportingPoint,
  costs: {},
  requestedArrival: item.neededBy,
  requestedReturn: item.neededUntil,
  exercise,
});
