import Form from 'antd/es/form';
import Input from 'antd/es/input';
import InputNumber from 'antd/es/input-number';
import type { ReactNode } from 'react';
import { useSpeech } from '../i18n/language.ts';
import type { FieldName } from './field-pointers.ts';
import { PARTS } from './part-words.ts';

interface PositionFieldsProps {
  /** Where the position stands in the body. */
  readonly name: FieldName;
}

/** Asks for a point on the ground and what people call it. What is entered is WGS-84; see {@link typedPosition}. */
export const PositionFields = ({ name }: PositionFieldsProps): ReactNode => {
  const { say } = useSpeech(PARTS);
  const rules = [{ required: true, message: say('required') }];
  return (
    <div className="position-fields">
      <Form.Item name={[...name, 'place']} label={say('position.place')} rules={rules}>
        <Input />
      </Form.Item>
      <Form.Item name={[...name, 'latitude']} label={say('position.latitude')} rules={rules}>
        <InputNumber step={0.001} />
      </Form.Item>
      <Form.Item name={[...name, 'longitude']} label={say('position.longitude')} rules={rules}>
        <InputNumber step={0.001} />
      </Form.Item>
    </div>
  );
};

/** @returns a position as the API takes it, of one that was typed in. */
export const typedPosition = <P extends object>(position: P): P & { readonly crs: 'WGS-84' } => ({
  crs: 'WGS-84',
  ...position,
});
