import type { ReactNode } from 'react';
import { useSpeech } from '../i18n/language.ts';
import { Facts } from '../parts/facts.tsx';
import { Tag } from '../parts/marks.tsx';
import { Moment } from '../parts/moment.tsx';
import { Panel } from '../parts/screen.tsx';
import { WaitingCommands } from '../phone/waiting-commands.tsx';
import { outcomeTone } from './outcome-tone.ts';
import { OWN_TASKS } from './own-tasks-words.ts';
import { TaskActs } from './task-acts.tsx';
import { TaskCourse } from './task-course.tsx';
import { TaskFacts } from './task-facts.tsx';
import type { ShownTask } from './use-task-act.ts';

/** A task as whoever works for the agency has it in hand. */
export const AgencyTask = (shown: ShownTask): ReactNode => {
  const { say } = useSpeech(OWN_TASKS);
  const { task, etag } = shown;
  const { yours, supervised } = task;
  return (
    <>
      <WaitingCommands subject={task.taskId} version={etag} />
      <Panel title={say('task.title')}>
        <p className="own-task-mission">{task.details.mission}</p>
        <p>
          <Tag tone={outcomeTone(yours.outcome.kind)}>{say(`outcome.${yours.outcome.kind}`)}</Tag>{' '}
          {supervised && <Tag tone="bad">{say('supervised')}</Tag>}
        </p>
        {yours.counterRefused !== undefined && <p>{say('counter.refused', { reason: yours.counterRefused })}</p>}
        <TaskFacts task={task} />
        <Proposed task={task} />
        <TaskActs {...shown} />
      </Panel>
      <TaskCourse task={task} />
    </>
  );
};

const Proposed = ({ task: { yours, details } }: Pick<ShownTask, 'task'>): ReactNode => {
  const { say } = useSpeech(OWN_TASKS);
  if (yours.outcome.kind !== 'counter-proposed') return null;
  const { quantity, neededBy, words } = yours.outcome.proposal;
  return (
    <>
      <h3>{say('counter.yours')}</h3>
      <Facts
        facts={[
          [say('quantity'), `${quantity} ${details.unit}`],
          [say('needed-by'), <Moment key="by" at={neededBy} />],
          [say('counter.words'), words],
        ]}
      />
    </>
  );
};
