import Form from 'antd/es/form';
import InputNumber from 'antd/es/input-number';
import type { ReactNode } from 'react';
import { workOrderRoutes } from '../../../shared/http/routes/work-orders.ts';
import { useMay } from '../api/use-api.ts';
import { useCommand } from '../api/use-command.ts';
import { useSpeech } from '../i18n/language.ts';
import { CommandDialog } from '../parts/command-dialog.tsx';
import { PARTS } from '../parts/part-words.ts';
import { ReasonedAct } from '../parts/reasoned-act.tsx';
import { WordsField } from '../parts/words-field.tsx';
import { Handle } from './handle-work-order.tsx';
import { type ReadOrder, seen } from './read-order.ts';
import { WORK_ORDERS } from './work-orders-words.ts';

const Accept = (read: ReadOrder): ReactNode => {
  const { say } = useSpeech(WORK_ORDERS);
  const accept = useCommand(workOrderRoutes.acceptWorkOrder);
  const sendBack = useCommand(workOrderRoutes.acceptWorkOrder);
  return (
    <>
      <CommandDialog
        act={say('act.accept')}
        command={accept}
        primary
        inputOf={() => ({ ...seen(read), body: { decision: 'accept' as const } })}
      />
      <CommandDialog
        act={say('act.send-back')}
        command={sendBack}
        danger
        inputOf={({ reason }: { readonly reason: string }) => ({
          ...seen(read),
          body: { decision: 'send-back' as const, reason },
        })}
      >
        <WordsField name={['reason']} label={say('reason')} />
      </CommandDialog>
    </>
  );
};

interface ReasonedProps {
  readonly read: ReadOrder;
  readonly route: typeof workOrderRoutes.superviseWorkOrder | typeof workOrderRoutes.reopenWorkOrder;
  readonly act: string;
}

const Reasoned = ({ read, route, act }: ReasonedProps): ReactNode => {
  const command = useCommand(route);
  return <ReasonedAct act={act} command={command} inputOf={(body) => ({ ...seen(read), body })} />;
};

const Answer = (read: ReadOrder): ReactNode => {
  const { say } = useSpeech(WORK_ORDERS);
  const command = useCommand(workOrderRoutes.answerWorkOrder);
  return (
    <CommandDialog
      act={say('act.answer')}
      command={command}
      primary
      inputOf={(body: { readonly words: string }) => ({ ...seen(read), body })}
    >
      <WordsField name={['words']} label={say('answer.words')} rows={3} />
    </CommandDialog>
  );
};

const FollowUp = (read: ReadOrder): ReactNode => {
  const { say } = useSpeech(WORK_ORDERS);
  const required = [{ required: true, message: useSpeech(PARTS).say('required') }];
  const command = useCommand(workOrderRoutes.followWorkOrderUp);
  return (
    <CommandDialog
      act={say('act.follow-up')}
      command={command}
      primary
      inputOf={(body: { readonly satisfaction: number; readonly words: string }) => ({ ...seen(read), body })}
    >
      <Form.Item name={['satisfaction']} label={say('follow-up.satisfaction')} rules={required}>
        <InputNumber min={1} max={5} precision={0} />
      </Form.Item>
      <WordsField name={['words']} label={say('follow-up.words')} />
    </CommandDialog>
  );
};

const Archive = (read: ReadOrder): ReactNode => {
  const { say } = useSpeech(WORK_ORDERS);
  const command = useCommand(workOrderRoutes.archiveWorkOrder);
  return <CommandDialog act={say('act.archive')} command={command} primary inputOf={() => seen(read)} />;
};

/** What can be done with a work order as it stands; all of it is the handlers'. */
export const WorkOrderActs = (read: ReadOrder): ReactNode => {
  const { say } = useSpeech(WORK_ORDERS);
  const may = useMay();
  const { status, inside } = read.order;
  if (!may(workOrderRoutes.handleWorkOrder)) return null;
  const isTaken = status === 'taken-in' || status === 'in-hand';
  return (
    <>
      {status === 'entered' && <Accept {...read} />}
      {isTaken && <Handle {...read} />}
      {status === 'in-hand' && <Answer {...read} />}
      {isTaken && inside?.supervision === undefined && (
        <Reasoned read={read} route={workOrderRoutes.superviseWorkOrder} act={say('act.supervise')} />
      )}
      {status === 'fed-back' && <FollowUp {...read} />}
      {status === 'followed-up' && <Archive {...read} />}
      {(status === 'fed-back' || status === 'followed-up') && (
        <Reasoned read={read} route={workOrderRoutes.reopenWorkOrder} act={say('act.reopen')} />
      )}
    </>
  );
};
