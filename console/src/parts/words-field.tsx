import Form from 'antd/es/form';
import Input from 'antd/es/input';
import type { ReactNode } from 'react';
import { useSpeech } from '../i18n/language.ts';
import type { FieldName } from './field-pointers.ts';
import { PARTS } from './part-words.ts';

interface WordsFieldProps {
  /** Where the words stand in the body. */
  readonly name: FieldName;
  readonly label: string;
  readonly optional?: boolean;
  readonly rows?: number;
}

/** Asks for words: a reason, what was found, what is to be told. */
export const WordsField = ({ name, label, optional = false, rows = 2 }: WordsFieldProps): ReactNode => {
  const { say } = useSpeech(PARTS);
  return (
    <Form.Item
      name={[...name]}
      label={label}
      rules={optional ? [] : [{ required: true, whitespace: true, message: say('required') }]}
      getValueFromEvent={({ target }: { readonly target: { readonly value: string } }) => target.value || undefined}
    >
      <Input.TextArea autoSize={{ minRows: rows, maxRows: 14 }} />
    </Form.Item>
  );
};
