import { accept, type Circumstances, type Decision, refuse } from '../kernel/decision.ts';
import { reportEvent } from './decide-report.ts';
import type { DeploymentCommandOf } from './deployment-commands.ts';
import type { DeploymentEvent } from './deployment-events.ts';
import { DEPLOYMENT_REFUSALS as REFUSALS } from './deployment-refusals.ts';
import type { DeploymentState } from './deployment-state.ts';
import { isConsignment } from './mission.ts';
import { actualTimes, type EndedProgress, isEnded, type Progress } from './progress.ts';

/** Said to both duty rooms, which read it in their language. */
const NOTE = '队伍已奉命执行真实任务，退出演练。 The team has been called away on a real mission and leaves the drill.';

/** Where the team is for the drill from now on: it never set out, or is as good as home. */
const over = (progress: Progress, now: string): EndedProgress => {
  const { departure, arrival, returnDeparture = now } = actualTimes(progress);
  if (departure === undefined) return { status: 'cancelled', since: now };
  return {
    ...{ status: 'home', since: now, departedAt: departure, returnDepartedAt: returnDeparture, homeAt: now },
    ...(arrival === undefined ? {} : { arrivedAt: arrival }),
  };
};

/** A drill goes on without a team that a real mission has; nothing happens where it is done with the team. */
export const decideCallAway = (
  state: DeploymentState,
  _command: DeploymentCommandOf<'call-away'>,
  circumstances: Circumstances,
): Decision<DeploymentEvent> => {
  if (!state.mission.exercise || isConsignment(state.mission)) return refuse(REFUSALS.notAnExercise);
  if (isEnded(state.progress)) return accept();
  const progress = over(state.progress, circumstances.now);
  return accept(reportEvent(state, circumstances, { progress, note: NOTE }));
};
