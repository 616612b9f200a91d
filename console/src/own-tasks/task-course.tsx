import type { ReactNode } from 'react';
import type { AgencyTaskView } from '../../../shared/http/views/agency-task.ts';
import { useSpeech } from '../i18n/language.ts';
import { Moment } from '../parts/moment.tsx';
import { Panel } from '../parts/screen.tsx';
import { OWN_TASKS } from './own-tasks-words.ts';
import { ReportShown } from './report-shown.tsx';

type Course = Pick<AgencyTaskView, 'progress' | 'urgings' | 'reopening' | 'completion' | 'feedback' | 'satisfaction'>;

/** How a task has gone so far: urged, reported, done, reopened. */
export const TaskCourse = ({ task }: { readonly task: Course }): ReactNode => {
  const { say } = useSpeech(OWN_TASKS);
  const { progress, urgings, reopening, completion, feedback, satisfaction } = task;
  const isEmpty = progress.length === 0 && urgings.length === 0 && !reopening && !completion;
  if (isEmpty) return null;
  return (
    <Panel title={say('task.course')}>
      <ol className="task-course">
        {urgings.map(({ at, words }) => (
          <li key={`urging ${at}`}>
            <Moment at={at} /> <strong>{say('urgings')}</strong> {words}
          </li>
        ))}
        {progress.map((report) => (
          <li key={`report ${report.at}`}>
            <ReportShown report={report} />
          </li>
        ))}
        {reopening && (
          <li>
            <Moment at={reopening.at} /> <strong>{say('reopening')}</strong> {reopening.reason}
          </li>
        )}
        {completion && (
          <li>
            <Moment at={completion.at} /> <strong>{say('completion')}</strong> {completion.words}
          </li>
        )}
        {feedback && (
          <li>
            <Moment at={feedback.at} /> <strong>{say('feedback')}</strong> {feedback.words}
          </li>
        )}
        {satisfaction !== undefined && (
          <li>
            <strong>{say('satisfaction')}</strong> {satisfaction} / 5
          </li>
        )}
      </ol>
    </Panel>
  );
};
