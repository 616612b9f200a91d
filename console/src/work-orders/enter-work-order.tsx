import Checkbox from 'antd/es/checkbox';
import Form from 'antd/es/form';
import Input from 'antd/es/input';
import type { ReactNode } from 'react';
import { useNavigate } from 'react-router';
import type * as z from 'zod';
import { HAZARDS } from '../../../shared/domain/vocabulary/hazards.ts';
import type { WorkOrderEntrySchema } from '../../../shared/domain/work-order/work-order-details.ts';
import { workOrderRoutes } from '../../../shared/http/routes/work-orders.ts';
import { useCommand } from '../api/use-command.ts';
import { useSpeech } from '../i18n/language.ts';
import { Choice, choicesOf } from '../parts/choice.tsx';
import { CommandForm } from '../parts/command-form.tsx';
import { InstantInput } from '../parts/instant-input.tsx';
import { PARTS } from '../parts/part-words.ts';
import { PositionFields, typedPosition } from '../parts/position-fields.tsx';
import { Panel, Screen } from '../parts/screen.tsx';
import { WordsField } from '../parts/words-field.tsx';
import { WORK_ORDERS } from './work-orders-words.ts';

type Entry = z.input<typeof WorkOrderEntrySchema>;

/** @returns what is sent: a caller only where a number was given. */
const entered = ({ caller, position, ...entry }: Entry): Entry => ({
  ...entry,
  position: typedPosition(position),
  ...(caller?.telephone
    ? { caller: { telephone: caller.telephone, ...(caller.name ? { name: caller.name } : {}) } }
    : {}),
});

const Fields = (): ReactNode => {
  const { say, read } = useSpeech(WORK_ORDERS);
  const required = [{ required: true, message: useSpeech(PARTS).say('required') }];
  return (
    <>
      <Form.Item name={['number']} label={say('field.number')} rules={required}>
        <Input />
      </Form.Item>
      <Form.Item name={['hazard']} label={say('field.hazard')} rules={required}>
        <Choice options={choicesOf(HAZARDS, read)} />
      </Form.Item>
      <WordsField name={['description']} label={say('field.description')} rows={3} />
      <Form.Item name={['occurredAt']} label={say('field.occurred')} rules={required}>
        <InstantInput />
      </Form.Item>
      <PositionFields name={['position']} />
      <Form.Item name={['caller', 'name']} label={say('field.caller.name')}>
        <Input autoComplete="off" />
      </Form.Item>
      <Form.Item name={['caller', 'telephone']} label={say('field.caller.telephone')}>
        <Input autoComplete="off" inputMode="tel" />
      </Form.Item>
      <Form.Item name={['answerBy']} label={say('field.answer-by')}>
        <InstantInput />
      </Form.Item>
      <Form.Item name={['exercise']} valuePropName="checked">
        <Checkbox>{say('field.exercise')}</Checkbox>
      </Form.Item>
    </>
  );
};

/** Takes down a work order that the hotline told of otherwise than by its own system. */
export const EnterWorkOrder = (): ReactNode => {
  const { say } = useSpeech(WORK_ORDERS);
  const goTo = useNavigate();
  const enter = useCommand(workOrderRoutes.enterWorkOrder);
  return (
    <Screen title={say('enter.title')}>
      <Panel title={say('facts.title')}>
        <CommandForm
          command={enter}
          initialValues={{ exercise: false } as Partial<Entry>}
          inputOf={(entry: Entry) => ({ body: entered(entry) })}
          submit={say('to.enter')}
          onDone={({ body }) => void goTo(`/work-orders/${body.workOrderId}`)}
        >
          <Fields />
        </CommandForm>
      </Panel>
    </Screen>
  );
};
