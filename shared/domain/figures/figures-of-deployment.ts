import type { DeploymentState } from '../deployment/deployment-state.ts';
import { isConsignment, isLent } from '../deployment/mission.ts';
import { actualTimes, isEnded } from '../deployment/progress.ts';
import { millisecondsBetween } from '../kernel/instant.ts';
import type { ResourceKind } from '../vocabulary/resource-kinds.ts';
import { added, type Counters } from './counters.ts';
import {
  type FigureCell,
  type FigureLine,
  type FigureParts,
  gathered,
  minutesBetween,
  monthOf,
  NO_KIND,
  realmOf,
} from './figure-cell.ts';
import { timed } from './histogram.ts';

const countersOf = ({ mission, openedAt, progress }: DeploymentState): Counters => {
  const { departure, arrival, returnArrival } = actualTimes(progress);
  const late = arrival === undefined ? 0 : millisecondsBetween(mission.estimatedArrival, arrival);
  const arrived: Counters =
    arrival === undefined
      ? {}
      : added(
          { arrived: 1, ...(late <= 0 && { arrivedInTime: 1 }) },
          added(timed('arrival', millisecondsBetween(openedAt, arrival)), timed('delay', Math.max(0, late))),
        );
  return added(arrived, {
    missions: 1,
    ...(progress.status === 'cancelled' && { calledOff: 1 }),
    ...(departure !== undefined && !isEnded(progress) && { out: 1 }),
    ...(departure !== undefined &&
      returnArrival !== undefined && { minutesOut: minutesBetween(departure, returnArrival) }),
  });
};

/** Whose figures a mission is: the partner's whose team came, or the partner's that was helped, and of this city's own team its own. */
const subjectsOf = ({
  side,
  mission,
}: DeploymentState): readonly (Pick<FigureCell, 'of' | 'subject'> & { name?: string })[] => {
  const toUs = side === 'requester' || !isLent(mission);
  const ours = side === 'owner';
  return [
    ...(toUs ? [{ of: 'city', subject: mission.requester } as const] : []),
    ...(isLent(mission) && toUs ? [{ of: 'partner', subject: mission.owner } as const] : []),
    ...(isLent(mission) && ours ? [{ of: 'helped', subject: mission.requester } as const] : []),
    ...(ours && !isConsignment(mission)
      ? [{ of: 'team', subject: mission.team.teamId, name: mission.team.name } as const]
      : []),
  ];
};

/**
 * @param kindAsked of the item of the request that it is for, where that is known.
 * @returns what a mission adds to the figures, in the month in which it was begun.
 */
export const figuresOfDeployment = (state: DeploymentState, kindAsked: ResourceKind | undefined): FigureParts => {
  const { mission, openedAt } = state;
  const kind = kindAsked ?? (isConsignment(mission) ? 'supplies' : NO_KIND);
  const counters = countersOf(state);
  const lines = subjectsOf(state).map(
    ({ of, subject, name }): FigureLine => ({
      cell: { realm: realmOf(mission.exercise), of, month: monthOf(openedAt), subject, kind },
      counters,
      ...(name === undefined ? {} : { name }),
    }),
  );
  return new Map([['MISSION', gathered(lines)]]);
};
