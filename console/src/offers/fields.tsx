import Form from 'antd/es/form';
import type { ReactNode } from 'react';
import { useSpeech } from '../i18n/language.ts';
import type { FieldName } from '../parts/field-pointers.ts';
import { PARTS } from '../parts/part-words.ts';

interface RequiredProps {
  readonly name: FieldName;
  readonly label: string;
  readonly children: ReactNode;
}

/** A field that must be filled in. */
export const Required = ({ name, label, children }: RequiredProps): ReactNode => {
  const { say } = useSpeech(PARTS);
  return (
    <Form.Item name={[...name]} label={label} rules={[{ required: true, message: say('required') }]}>
      {children}
    </Form.Item>
  );
};
