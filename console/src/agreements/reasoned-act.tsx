import Form from 'antd/es/form';
import Input from 'antd/es/input';
import type { ReactNode } from 'react';
import type { Command } from '../api/use-command.ts';
import { useSpeech } from '../i18n/language.ts';
import { CommandDialog } from '../parts/command-dialog.tsx';
import { AGREEMENTS } from './agreements-words.ts';

/** What is entered for an act that needs a reason. */
export interface Reasoned {
  readonly reason: string;
}

interface ReasonedActProps<V extends Reasoned, I, R> {
  readonly act: string;
  readonly command: Command<I, R>;
  readonly inputOf: (values: V) => I;
  readonly initialValues?: Partial<V>;
  readonly danger?: boolean;
  /** What comes before the reason: what will happen, or further fields. */
  readonly children?: ReactNode;
}

/** An act that is done for a reason, which the partner is told. */
export const ReasonedAct = <V extends Reasoned, I, R>(props: ReasonedActProps<V, I, R>): ReactNode => {
  const { act, command, inputOf, initialValues, danger = false, children } = props;
  const { say } = useSpeech(AGREEMENTS);
  return (
    <CommandDialog<V, I, R>
      act={act}
      command={command}
      inputOf={inputOf}
      danger={danger}
      {...(initialValues === undefined ? {} : { initialValues })}
    >
      {children}
      <Form.Item name="reason" label={say('field.reason')}>
        <Input.TextArea autoSize={{ minRows: 2 }} />
      </Form.Item>
    </CommandDialog>
  );
};
