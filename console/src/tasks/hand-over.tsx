import Form from 'antd/es/form';
import type { ReactNode } from 'react';
import { requestRoutes } from '../../../shared/http/routes/requests.ts';
import { taskRoutes } from '../../../shared/http/routes/tasks.ts';
import { useCommand } from '../api/use-command.ts';
import { useRead } from '../api/use-read.ts';
import { useSpeech } from '../i18n/language.ts';
import { Choice } from '../parts/choice.tsx';
import { CommandDialog } from '../parts/command-dialog.tsx';
import { useItemInShort } from '../parts/item-in-short.tsx';
import { WordsField } from '../parts/words-field.tsx';
import { onTask, type RoomTask } from './on-task.ts';
import { TASKS } from './tasks-words.ts';

interface Values {
  readonly requestId: string;
  readonly reason: string;
}

/** No agency can do it: a request to partner cities for the same incident goes on with it. */
export const HandOver = (shown: RoomTask): ReactNode => {
  const { say } = useSpeech(TASKS);
  const command = useCommand(taskRoutes.handTaskOver);
  const inShort = useItemInShort();
  const { incidentId } = shown.task.incident;
  const requests = useRead(requestRoutes.listRequests, { query: { incidentId, limit: 50 } });
  const options = (requests.data?.body.items ?? []).map(
    ({ requestId, items }) => [requestId, items.map(inShort).join(' + ')] as const,
  );
  return (
    <CommandDialog act={say('hand-over')} command={command} inputOf={(body: Values) => ({ ...onTask(shown), body })}>
      {options.length === 0 && <p>{say('hand-over.none')}</p>}
      <Form.Item name="requestId" label={say('hand-over.request')}>
        <Choice options={options} />
      </Form.Item>
      <WordsField name={['reason']} label={say('reason')} />
    </CommandDialog>
  );
};
