import type { ReactNode } from 'react';
import { useQueue } from '../phone/use-queue.ts';
import { AnswerActs } from './answer-acts.tsx';
import { expectedStage } from './expected-stage.ts';
import type { ShownTask } from './use-task-act.ts';
import { FeedbackAct, WorkActs } from './work-acts.tsx';

/** What the agency can do next, counting what waits for the line as done. */
export const TaskActs = (shown: ShownTask): ReactNode => {
  const queue = useQueue();
  switch (expectedStage(shown.task, queue)) {
    case 'asked':
    case 'proposed':
      return <AnswerActs {...shown} />;
    case 'under-way':
      return <WorkActs {...shown} />;
    case 'done':
      return <FeedbackAct {...shown} />;
    default:
      return null;
  }
};
