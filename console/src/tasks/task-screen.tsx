import type { ReactNode } from 'react';
import { useParams } from 'react-router';
import { WORK_ORDER_STEPS } from '../../../shared/domain/request/work-order-step.ts';
import { RESOURCE_KINDS } from '../../../shared/domain/vocabulary/resource-kinds.ts';
import { taskRoutes } from '../../../shared/http/routes/tasks.ts';
import type { TaskView } from '../../../shared/http/views/task.ts';
import { useRead } from '../api/use-read.ts';
import { useSpeech } from '../i18n/language.ts';
import { TaskCourse } from '../own-tasks/task-course.tsx';
import { Facts } from '../parts/facts.tsx';
import { ChangedMark, Status, Tag } from '../parts/marks.tsx';
import { Moment } from '../parts/moment.tsx';
import { PendingList } from '../parts/pending-list.tsx';
import { Panel, Screen } from '../parts/screen.tsx';
import { Shown } from '../parts/shown.tsx';
import { SubjectLink } from '../parts/subject-link.tsx';
import { DutyRoomLinks } from './duty-room-links.tsx';
import { OffersPanel } from './offers-panel.tsx';
import { TaskRoomActs } from './task-room-acts.tsx';
import { TASK_TONES } from './task-tone.ts';
import { TASKS } from './tasks-words.ts';
import '../own-tasks/own-tasks.css';
import '../phone/phone.css';
import './tasks.css';

/** One task as the duty room follows it: whom it was put to, how it goes, and what to do about it. */
export const TaskScreen = (): ReactNode => {
  const { say } = useSpeech(TASKS);
  const { taskId = '' } = useParams();
  const read = useRead(taskRoutes.readTask, { params: { taskId } });
  const task = read.data?.body;
  return (
    <Screen title={task ? task.details.mission : say('title')} exercise={task?.exercise}>
      <Shown read={read}>
        {(body, etag) => (
          <>
            <TaskRoomActs task={body} etag={etag} />
            <div className="columns">
              <Panel title={say('details')}>
                <TaskFacts task={body} />
              </Panel>
              <Panel title={say('pending')}>
                <PendingList pending={body.pending} />
              </Panel>
            </div>
            <OffersPanel task={body} etag={etag} />
            <TaskCourse task={body} />
            <DutyRoomLinks task={body} />
          </>
        )}
      </Shown>
    </Screen>
  );
};

const TaskFacts = ({ task }: { readonly task: TaskView }): ReactNode => {
  const { say, read } = useSpeech(TASKS);
  const { taskId, status, workOrderStep, incident, details, source, createdAt } = task;
  const { supervision, followUp, handOver, cancellation } = task;
  return (
    <Facts
      facts={[
        [
          say('column.status'),
          <>
            <Status status={status} tone={TASK_TONES[status]} /> <ChangedMark id={taskId} />
          </>,
        ],
        [say('column.step'), read(WORK_ORDER_STEPS[workOrderStep])],
        [
          say('column.incident'),
          <SubjectLink key="incident" kind="incident" id={incident.incidentId}>
            {incident.title}
          </SubjectLink>,
        ],
        [say('source'), <Source key="source" source={source} />],
        [say('kind'), details.kind && read(RESOURCE_KINDS[details.kind])],
        [say('quantity'), `${details.quantity} ${details.unit}`],
        [say('needed-by'), <Moment key="needed" at={details.neededBy} relative />],
        [say('place'), details.position.place],
        [say('created-at'), <Moment key="created" at={createdAt} />],
        [
          say('supervision.since'),
          supervision && (
            <>
              <Tag tone="bad">{say('supervised')}</Tag> <Moment at={supervision.since} /> {supervision.reason}
            </>
          ),
        ],
        [say('follow-up.done'), followUp && `${followUp.satisfaction} / 5 ${followUp.words}`],
        [
          say('handed-over'),
          handOver && (
            <SubjectLink kind="request" id={handOver.requestId}>
              {handOver.reason}
            </SubjectLink>
          ),
        ],
        [say('cancelled'), cancellation?.reason],
      ]}
    />
  );
};

const Source = ({ source }: Pick<TaskView, 'source'>): ReactNode => {
  const { say } = useSpeech(TASKS);
  if (source.kind === 'incident') return say('source.incident');
  return (
    <SubjectLink kind="request" id={source.requestId}>
      {say('source.request')}
    </SubjectLink>
  );
};
