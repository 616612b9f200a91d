import Form from 'antd/es/form';
import type { ReactNode } from 'react';
import { DAY_MS, type Instant, plus } from '../../../shared/domain/kernel/instant.ts';
import { taskRoutes } from '../../../shared/http/routes/tasks.ts';
import { useCommand } from '../api/use-command.ts';
import { useSpeech } from '../i18n/language.ts';
import { useNow } from '../live/use-now.ts';
import { Choice } from '../parts/choice.tsx';
import { CommandDialog } from '../parts/command-dialog.tsx';
import { InstantInput } from '../parts/instant-input.tsx';
import { WordsField } from '../parts/words-field.tsx';
import { onTask, type RoomTask } from './on-task.ts';
import { TASKS } from './tasks-words.ts';

/** What brings a task to its end, or back. */
export const EndingActs = (shown: RoomTask): ReactNode => {
  const { status } = shown.task;
  const isOpen = status === 'sent' || status === 'unanswered' || status === 'under-way';
  const isDone = status === 'done' || status === 'fed-back' || status === 'followed-up';
  return (
    <>
      {status === 'fed-back' && <FollowUp {...shown} />}
      {status === 'followed-up' && <Archive {...shown} />}
      {isDone && <Reopen {...shown} />}
      {isOpen && <Cancel {...shown} />}
    </>
  );
};

const GRADES = ['5', '4', '3', '2', '1'] as const;

const FollowUp = (shown: RoomTask): ReactNode => {
  const { say } = useSpeech(TASKS);
  const command = useCommand(taskRoutes.followTaskUp);
  return (
    <CommandDialog
      act={say('follow-up')}
      command={command}
      primary
      inputOf={({ satisfaction, words }: { satisfaction: string; words: string }) => ({
        ...onTask(shown),
        body: { satisfaction: Number(satisfaction), words },
      })}
    >
      <Form.Item name="satisfaction" label={say('satisfaction')}>
        <Choice options={GRADES.map((grade) => [grade, `${grade} / 5`] as const)} />
      </Form.Item>
      <WordsField name={['words']} label={say('words')} />
    </CommandDialog>
  );
};

const Archive = (shown: RoomTask): ReactNode => {
  const { say } = useSpeech(TASKS);
  const command = useCommand(taskRoutes.archiveTask);
  return (
    <CommandDialog act={say('archive')} command={command} primary inputOf={() => onTask(shown)}>
      <p>{say('archive.note')}</p>
    </CommandDialog>
  );
};

const Reopen = (shown: RoomTask): ReactNode => {
  const { say } = useSpeech(TASKS);
  const command = useCommand(taskRoutes.reopenTask);
  const now = new Date(useNow()).toISOString();
  return (
    <CommandDialog
      act={say('reopen')}
      command={command}
      danger
      initialValues={{ neededBy: plus(now, DAY_MS) }}
      inputOf={(body: { reason: string; neededBy: Instant }) => ({ ...onTask(shown), body })}
    >
      <WordsField name={['reason']} label={say('reason')} />
      <Form.Item name="neededBy" label={say('needed-by')}>
        <InstantInput />
      </Form.Item>
    </CommandDialog>
  );
};

const Cancel = (shown: RoomTask): ReactNode => {
  const { say } = useSpeech(TASKS);
  const command = useCommand(taskRoutes.cancelTask);
  return (
    <CommandDialog
      act={say('cancel')}
      command={command}
      danger
      inputOf={(body: { reason: string }) => ({ ...onTask(shown), body })}
    >
      <WordsField name={['reason']} label={say('reason')} />
    </CommandDialog>
  );
};
