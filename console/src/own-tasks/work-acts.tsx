import Form from 'antd/es/form';
import InputNumber from 'antd/es/input-number';
import type { ReactNode } from 'react';
import type { ProgressReport, TaskFeedback } from '../../../shared/domain/task/task-details.ts';
import { useSpeech } from '../i18n/language.ts';
import { CommandDialog } from '../parts/command-dialog.tsx';
import { WordsField } from '../parts/words-field.tsx';
import { PhotoFields } from '../phone/photo-fields.tsx';
import { PositionInput } from '../phone/position-input.tsx';
import { OWN_TASKS } from './own-tasks-words.ts';
import { onTask, type ShownTask, useTaskAct } from './use-task-act.ts';

/** What somebody at work on a task does: says how it goes, and that it is done. */
export const WorkActs = (shown: ShownTask): ReactNode => (
  <div className="big-acts">
    <Progress {...shown} />
    <Finish {...shown} />
  </div>
);

const Progress = (shown: ShownTask): ReactNode => {
  const { say } = useSpeech(OWN_TASKS);
  const command = useTaskAct(shown.routes.reportProgress, shown, OWN_TASKS.words.progress);
  return (
    <CommandDialog
      act={say('progress')}
      command={command}
      primary
      inputOf={({ people, quantity, ...rest }: ProgressReport) => ({
        ...onTask(shown),
        body: {
          ...rest,
          // A number that was wiped out again is none.
          ...(people == null ? {} : { people }),
          ...(quantity == null ? {} : { quantity }),
        },
      })}
    >
      <WordsField name={['words']} label={say('progress.words')} />
      <Form.Item name="position" label={say('progress.position')}>
        <PositionInput />
      </Form.Item>
      <div className="columns">
        <Form.Item name="people" label={say('progress.people')}>
          <InputNumber min={0} precision={0} inputMode="numeric" />
        </Form.Item>
        <Form.Item name="quantity" label={`${say('progress.quantity')}（${shown.task.details.unit}）`}>
          <InputNumber min={0} precision={0} inputMode="numeric" />
        </Form.Item>
      </div>
      <PhotoFields />
    </CommandDialog>
  );
};

const Finish = (shown: ShownTask): ReactNode => {
  const { say } = useSpeech(OWN_TASKS);
  const command = useTaskAct(shown.routes.finish, shown, OWN_TASKS.words.finish);
  return (
    <CommandDialog
      act={say('finish')}
      command={command}
      inputOf={(body: { words: string }) => ({ ...onTask(shown), body })}
    >
      <WordsField name={['words']} label={say('finish.words')} />
    </CommandDialog>
  );
};

/** The last thing an agency is asked about a task that is done. */
export const FeedbackAct = (shown: ShownTask): ReactNode => {
  const { say } = useSpeech(OWN_TASKS);
  const command = useTaskAct(shown.routes.giveFeedback, shown, OWN_TASKS.words.feedback);
  return (
    <div className="big-acts">
      <CommandDialog
        act={say('feedback')}
        command={command}
        primary
        inputOf={(body: TaskFeedback) => ({ ...onTask(shown), body })}
      >
        <WordsField name={['words']} label={say('feedback.words')} rows={4} />
        <PhotoFields />
      </CommandDialog>
    </div>
  );
};
