import Button from 'antd/es/button';
import Form, { type FormInstance } from 'antd/es/form';
import { type ReactNode, useState } from 'react';
import type { Answered } from '../../../shared/http/calling.ts';
import { Refused } from '../api/problem.ts';
import type { Command, Failure } from '../api/use-command.ts';
import { fieldAt } from './field-pointers.ts';
import { ProblemAlert } from './problem-alert.tsx';

interface CommandFormProps<V extends object, I, R> {
  readonly command: Command<I, R>;
  readonly initialValues?: Partial<V>;
  /** What is sent, of what was entered. Fields are named as in the body, so that what the API says of a field stands beside it. */
  readonly inputOf: (values: V) => I;
  readonly submit: string;
  /** Of an act that cannot be taken back. */
  readonly danger?: boolean;
  readonly onDone?: (answered: Answered<R>) => void;
  /** Told of whatever is entered, as it is entered. */
  readonly onChange?: (values: V) => void;
  /** Beside the button. */
  readonly besides?: ReactNode;
  readonly children?: ReactNode;
}

/** Puts what the API says of fields beside them. @returns the pointers that found a field. */
const tellFields = <V,>(form: FormInstance<V>, failure: Failure): readonly string[] => {
  if (!(failure instanceof Refused)) return [];
  const fields = form.getFieldsError().map(({ name }) => name);
  const told = (failure.problem.errors ?? []).flatMap(({ pointer, detail }) => {
    const field = fieldAt(pointer, fields);
    return field ? [{ pointer, name: [...field] as never, errors: [detail] }] : [];
  });
  form.setFields(told);
  const [first] = told;
  if (first) form.scrollToField(first.name, { focus: true });
  return told.map(({ pointer }) => pointer);
};

/** A form that sends a command. What was entered stays until it is accepted. */
export const CommandForm = <V extends object, I, R>(props: CommandFormProps<V, I, R>): ReactNode => {
  const { command, initialValues, inputOf, submit, danger = false, onDone, onChange, besides, children } = props;
  const [form] = Form.useForm<V>();
  const [told, setTold] = useState<readonly string[]>([]);
  const send = async (values: V): Promise<void> => {
    const { answered, failure } = await command.run(inputOf(values));
    setTold(failure ? tellFields(form, failure) : []);
    if (answered) onDone?.(answered);
  };
  return (
    <Form<V>
      form={form}
      layout="vertical"
      {...(initialValues === undefined ? {} : { initialValues: initialValues as never })}
      onValuesChange={(_, values) => onChange?.(values)}
      onFinish={(values) => void send(values)}
      scrollToFirstError
    >
      {children}
      {command.failure && (
        <ProblemAlert error={command.failure} isShownElsewhere={(pointer) => told.includes(pointer)} />
      )}
      <div className="form-foot">
        <Button type="primary" htmlType="submit" loading={command.isRunning} danger={danger}>
          {submit}
        </Button>
        {besides}
      </div>
    </Form>
  );
};
