import Form from 'antd/es/form';
import Input from 'antd/es/input';
import type { ReactNode } from 'react';
import type { HandlingChoice } from '../../../shared/domain/work-order/handling.ts';
import { incidentRoutes } from '../../../shared/http/routes/incidents.ts';
import { requestRoutes } from '../../../shared/http/routes/requests.ts';
import { taskRoutes } from '../../../shared/http/routes/tasks.ts';
import { workOrderRoutes } from '../../../shared/http/routes/work-orders.ts';
import { useCommand } from '../api/use-command.ts';
import { useRead } from '../api/use-read.ts';
import { useSpeech } from '../i18n/language.ts';
import { Choice } from '../parts/choice.tsx';
import { CommandDialog } from '../parts/command-dialog.tsx';
import { useItemInShort } from '../parts/item-in-short.tsx';
import { PARTS } from '../parts/part-words.ts';
import { WordsField } from '../parts/words-field.tsx';
import { type ReadOrder, seen } from './read-order.ts';
import { WORK_ORDERS } from './work-orders-words.ts';

const WAYS = ['own', 'new-incident', 'incident', 'task', 'request-item'] as const;
type Way = (typeof WAYS)[number];

interface Entry {
  readonly by: Way;
  readonly words?: string;
  readonly title?: string;
  readonly incidentId?: string;
  readonly taskId?: string;
  readonly requestId?: string;
  readonly itemId?: string;
}

const chosen = ({
  by,
  words = '',
  title,
  incidentId = '',
  taskId = '',
  requestId = '',
  itemId = '',
}: Entry): HandlingChoice => {
  switch (by) {
    case 'own':
      return { by, words };
    case 'new-incident':
      return { by, ...(title ? { title } : {}) };
    case 'incident':
      return { by, incidentId };
    case 'task':
      return { by, taskId };
    case 'request-item':
      return { by, requestId, itemId };
  }
};

const IncidentChoice = (props: object): ReactNode => {
  const incidents = useRead(incidentRoutes.listIncidents, { query: { status: 'open', limit: 100 } });
  const items = incidents.data?.body.items ?? [];
  return <Choice {...props} options={items.map(({ incidentId, title }) => [incidentId, title] as const)} />;
};

const TaskChoice = (props: object): ReactNode => {
  const tasks = useRead(taskRoutes.listTasks, { query: { limit: 100 } });
  const items = tasks.data?.body.items ?? [];
  return <Choice {...props} options={items.map(({ taskId, mission }) => [taskId, mission] as const)} />;
};

const RequestChoice = (props: object): ReactNode => {
  const inShort = useItemInShort();
  const requests = useRead(requestRoutes.listRequests, { query: { limit: 100 } });
  const options = (requests.data?.body.items ?? []).map(
    ({ requestId, incident, items }) => [requestId, `${incident.title} · ${items.map(inShort).join('；')}`] as const,
  );
  return <Choice {...props} options={options} />;
};

const ItemChoice = ({ requestId, ...props }: { readonly requestId: string }): ReactNode => {
  const inShort = useItemInShort();
  const request = useRead(requestRoutes.readRequest, { params: { requestId } });
  const options = (request.data?.body.items ?? []).map((item) => [item.itemId, inShort(item)] as const);
  return <Choice {...props} options={options} />;
};

const Fields = (): ReactNode => {
  const { say } = useSpeech(WORK_ORDERS);
  const required = [{ required: true, message: useSpeech(PARTS).say('required') }];
  const by: Way | undefined = Form.useWatch('by');
  const requestId: string | undefined = Form.useWatch('requestId');
  return (
    <>
      <Form.Item name={['by']} label={say('handle.by')} rules={required}>
        <Choice options={WAYS.map((way) => [way, say(`by.${way}`)] as const)} />
      </Form.Item>
      {by === 'own' && <WordsField name={['words']} label={say('handle.words')} />}
      {by === 'new-incident' && (
        <Form.Item name={['title']} label={say('handle.title')}>
          <Input />
        </Form.Item>
      )}
      {by === 'incident' && (
        <Form.Item name={['incidentId']} label={say('handle.incident')} rules={required}>
          <IncidentChoice />
        </Form.Item>
      )}
      {by === 'task' && (
        <Form.Item name={['taskId']} label={say('handle.task')} rules={required}>
          <TaskChoice />
        </Form.Item>
      )}
      {by === 'request-item' && (
        <Form.Item name={['requestId']} label={say('handle.request')} rules={required}>
          <RequestChoice />
        </Form.Item>
      )}
      {by === 'request-item' && requestId !== undefined && (
        <Form.Item name={['itemId']} label={say('handle.item')} rules={required}>
          <ItemChoice requestId={requestId} />
        </Form.Item>
      )}
    </>
  );
};

/** Says what is done about a work order, and by whom. */
export const Handle = (read: ReadOrder): ReactNode => {
  const { say } = useSpeech(WORK_ORDERS);
  const command = useCommand(workOrderRoutes.handleWorkOrder);
  return (
    <CommandDialog
      act={say('act.handle')}
      command={command}
      primary={read.order.status === 'taken-in'}
      inputOf={(entry: Entry) => ({ ...seen(read), body: chosen(entry) })}
    >
      <Fields />
    </CommandDialog>
  );
};
