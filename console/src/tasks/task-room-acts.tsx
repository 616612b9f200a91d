import type { ReactNode } from 'react';
import { taskRoutes } from '../../../shared/http/routes/tasks.ts';
import { useMay } from '../api/use-api.ts';
import { useCommand } from '../api/use-command.ts';
import { useSpeech } from '../i18n/language.ts';
import { CommandDialog } from '../parts/command-dialog.tsx';
import { WordsField } from '../parts/words-field.tsx';
import { EndingActs } from './ending-acts.tsx';
import { HandOver } from './hand-over.tsx';
import { onTask, type RoomTask } from './on-task.ts';
import { OfferOthers, Transfer } from './other-agencies.tsx';
import { TASKS } from './tasks-words.ts';

/** What the duty room can do with a task as it stands. */
export const TaskRoomActs = (shown: RoomTask): ReactNode => {
  const may = useMay();
  if (!may(taskRoutes.urgeTask)) return null;
  const { status, supervision } = shown.task;
  const isSought = status === 'sent' || status === 'unanswered';
  const isOpen = isSought || status === 'under-way';
  const isGoing = isOpen || status === 'done' || status === 'fed-back';
  const isUrgeable = status === 'sent' || status === 'under-way' || status === 'done';
  return (
    <div className="screen-actions task-acts">
      {isSought && <OfferOthers {...shown} />}
      {isUrgeable && <Urge {...shown} />}
      {isGoing && !supervision && <Supervise {...shown} />}
      {isOpen && <Transfer {...shown} />}
      {isGoing && <HandOver {...shown} />}
      <EndingActs {...shown} />
    </div>
  );
};

const Urge = (shown: RoomTask): ReactNode => {
  const { say } = useSpeech(TASKS);
  const command = useCommand(taskRoutes.urgeTask);
  return (
    <CommandDialog
      act={say('urge')}
      command={command}
      inputOf={(body: { words: string }) => ({ ...onTask(shown), body })}
    >
      <WordsField name={['words']} label={say('words')} />
    </CommandDialog>
  );
};

const Supervise = (shown: RoomTask): ReactNode => {
  const { say } = useSpeech(TASKS);
  const command = useCommand(taskRoutes.superviseTask);
  return (
    <CommandDialog
      act={say('supervise')}
      command={command}
      inputOf={(body: { reason: string }) => ({ ...onTask(shown), body })}
    >
      <WordsField name={['reason']} label={say('reason')} />
    </CommandDialog>
  );
};
