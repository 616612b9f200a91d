import type { ReactNode } from 'react';
import { agencyTaskRoutes } from '../../../shared/http/routes/agency-tasks.ts';
import { useSpeech } from '../i18n/language.ts';
import { Countdown } from '../parts/countdown.tsx';
import { ChangedMark, ExerciseMark, Tag } from '../parts/marks.tsx';
import { Moment } from '../parts/moment.tsx';
import { Shown } from '../parts/shown.tsx';
import { SubjectLink } from '../parts/subject-link.tsx';
import { useKeptRead } from '../phone/use-kept-read.ts';
import { WaitingCommands } from '../phone/waiting-commands.tsx';
import { outcomeTone } from './outcome-tone.ts';
import { OWN_TASKS } from './own-tasks-words.ts';
import { TaskActs } from './task-acts.tsx';
import type { ShownTask } from './use-task-act.ts';

/** A task that waits for an answer, or is under way: it is read whole, so that it is also there without a line. */
export const TaskInHand = ({ taskId }: { readonly taskId: string }): ReactNode => {
  const read = useKeptRead(agencyTaskRoutes.read, { params: { taskId } });
  if (read.data === undefined) return <Shown read={read}>{() => null}</Shown>;
  return <Card task={read.data.body} etag={read.data.etag} routes={agencyTaskRoutes} />;
};

const Card = (shown: ShownTask): ReactNode => {
  const { say } = useSpeech(OWN_TASKS);
  const { taskId, details, incident, yours, exercise, supervised } = shown.task;
  const isAsked = yours.outcome.kind !== 'accepted';
  return (
    <div className={`own-card own-card-${isAsked ? 'asked' : 'under-way'}`}>
      <div className="own-card-head">
        <h3>
          <SubjectLink kind="task" id={taskId}>
            {details.mission}
          </SubjectLink>
        </h3>
        <span>
          <ChangedMark id={taskId} />{' '}
          <Tag tone={outcomeTone(yours.outcome.kind)}>{say(`outcome.${yours.outcome.kind}`)}</Tag>
        </span>
      </div>
      <p>
        <ExerciseMark exercise={exercise} /> {supervised && <Tag tone="bad">{say('supervised')}</Tag>} {incident.title}
      </p>
      <p>
        {details.position.place} · {details.quantity} {details.unit}
      </p>
      <p>
        {say(isAsked ? 'reply-by' : 'needed-by')} <Moment at={isAsked ? yours.replyBy : details.neededBy} />{' '}
        {shown.task.completion === undefined && <Countdown due={isAsked ? yours.replyBy : details.neededBy} />}
      </p>
      <TaskActs {...shown} />
      <WaitingCommands subject={taskId} version={shown.etag} />
    </div>
  );
};
