import Form from 'antd/es/form';
import InputNumber from 'antd/es/input-number';
import type { ReactNode } from 'react';
import type { CounterProposal as Proposal } from '../../../shared/domain/task/task-details.ts';
import { useSpeech } from '../i18n/language.ts';
import { CommandDialog } from '../parts/command-dialog.tsx';
import { InstantInput } from '../parts/instant-input.tsx';
import { WordsField } from '../parts/words-field.tsx';
import { OWN_TASKS } from './own-tasks-words.ts';
import { onTask, type ShownTask, useTaskAct } from './use-task-act.ts';

/** What the agency would do instead. */
export const CounterProposal = (shown: ShownTask): ReactNode => {
  const { say } = useSpeech(OWN_TASKS);
  const command = useTaskAct(shown.routes.counterPropose, shown, OWN_TASKS.words.counter);
  const { quantity, neededBy, unit } = shown.task.details;
  return (
    <CommandDialog
      act={say('counter')}
      command={command}
      initialValues={{ quantity, neededBy }}
      inputOf={(body: Proposal) => ({ ...onTask(shown), body })}
    >
      <Form.Item name="quantity" label={`${say('quantity')}（${unit}）`}>
        <InputNumber min={1} precision={0} inputMode="numeric" />
      </Form.Item>
      <Form.Item name="neededBy" label={say('needed-by')}>
        <InstantInput />
      </Form.Item>
      <WordsField name={['words']} label={say('counter.words')} />
    </CommandDialog>
  );
};
