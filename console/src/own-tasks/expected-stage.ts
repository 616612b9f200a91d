import type { AgencyTaskView } from '../../../shared/http/views/agency-task.ts';
import type { Queue } from '../phone/command-queue.ts';

/** How far a task is at an agency: what can be done next depends on it. */
export type Stage = 'asked' | 'proposed' | 'under-way' | 'done' | 'fed-back' | 'over';

/** @returns how far a task is, as the city has it. */
export const stageOf = ({ yours, completion, feedback }: AgencyTaskView): Stage => {
  switch (yours.outcome.kind) {
    case 'open':
      return 'asked';
    case 'counter-proposed':
      return 'proposed';
    case 'accepted':
      if (feedback) return 'fed-back';
      return completion ? 'done' : 'under-way';
    default:
      return 'over';
  }
};

/** Where each act leads, by the last step of its path: the same for people and for duty phones. */
const LEADS_TO: Readonly<Record<string, Stage>> = {
  acceptance: 'under-way',
  refusal: 'over',
  'counter-proposal': 'proposed',
  completion: 'done',
  feedback: 'fed-back',
};

/** @returns how far a task will be once what waits for the line is carried out; what was refused counts for nothing. */
export const expectedStage = (task: AgencyTaskView, queue: Queue): Stage =>
  queue
    .filter(({ subject, refusal }) => subject === task.taskId && refusal === undefined)
    .reduce<Stage>(
      (stage, { contract: { path } }) => LEADS_TO[path.slice(path.lastIndexOf('/') + 1)] ?? stage,
      stageOf(task),
    );
