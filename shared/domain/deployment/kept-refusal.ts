import { refuse } from '../kernel/decision.ts';
import { DEPLOYMENT_REFUSALS as REFUSALS } from './deployment-refusals.ts';
import { type DeploymentState, isKept, statusOf } from './deployment-state.ts';
import { isOnMission } from './progress.ts';

/** @returns why it is too late to ask anything of the mission: the team is on its way home, or free to go. */
export const keptRefusal = (state: DeploymentState): ReturnType<typeof refuse> | undefined => {
  if (!isOnMission(state.progress)) return refuse(REFUSALS.notOnMission, { status: statusOf(state) });
  return isKept(state) ? undefined : refuse(REFUSALS.alreadyReleased);
};
