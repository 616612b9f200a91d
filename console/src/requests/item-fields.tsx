import Form from 'antd/es/form';
import Input from 'antd/es/input';
import InputNumber from 'antd/es/input-number';
import type { ReactNode } from 'react';
import { useSpeech } from '../i18n/language.ts';
import { ErrandFields } from './errand-fields.tsx';
import { REQUEST_FORM } from './form-words.ts';
import { ResourceFields } from './resource-fields.tsx';

/** Asks for one item. `index`: its place in the list `items` of the form. */
export const ItemFields = ({ index }: { readonly index: number }): ReactNode => {
  const { say } = useSpeech(REQUEST_FORM);
  const isGoods = Form.useWatch(['items', index, 'kind']) === 'supplies';
  return (
    <>
      <Form.Item name={[index, 'itemId']} hidden>
        <Input />
      </Form.Item>
      <ResourceFields index={index} />
      <ErrandFields name={[index]} />
      {!isGoods && (
        <Form.Item name={[index, 'checkInMinutes']} label={say('check-in')}>
          <InputNumber min={10} max={1440} />
        </Form.Item>
      )}
    </>
  );
};
