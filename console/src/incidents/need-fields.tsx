import Button from 'antd/es/button';
import Form from 'antd/es/form';
import Input from 'antd/es/input';
import InputNumber from 'antd/es/input-number';
import type { ReactNode } from 'react';
import { RESOURCE_KINDS, type ResourceKind } from '../../../shared/domain/vocabulary/resource-kinds.ts';
import { useSpeech } from '../i18n/language.ts';
import { Choice, choicesOf } from '../parts/choice.tsx';
import { PARTS } from '../parts/part-words.ts';
import { INCIDENTS } from './incidents-words.ts';

const NeedRow = ({ at, onRemove }: { readonly at: number; readonly onRemove: () => void }): ReactNode => {
  const { say, read } = useSpeech(INCIDENTS);
  const required = [{ required: true, message: useSpeech(PARTS).say('required') }];
  const kind: ResourceKind | undefined = Form.useWatch(['needs', at, 'kind']);
  return (
    <div className="need-row">
      <Form.Item name={[at, 'kind']} label={say('needs.kind')} rules={required}>
        <Choice options={choicesOf(RESOURCE_KINDS, read)} />
      </Form.Item>
      <Form.Item name={[at, 'quantity']} label={say('needs.quantity')} rules={required}>
        <InputNumber min={1} />
      </Form.Item>
      {kind === 'supplies' && (
        <>
          <Form.Item name={[at, 'supply', 'code']} label={say('needs.code')} rules={required}>
            <Input />
          </Form.Item>
          <Form.Item name={[at, 'supply', 'unit']} label={say('needs.unit')} rules={required}>
            <Input />
          </Form.Item>
        </>
      )}
      <Button onClick={onRemove}>{say('needs.remove')}</Button>
    </div>
  );
};

/** Asks how much of what an incident needs in all. */
export const NeedFields = (): ReactNode => {
  const { say } = useSpeech(INCIDENTS);
  return (
    <fieldset className="fields">
      <legend>{say('needs.title')}</legend>
      <Form.List name="needs">
        {(rows, { add, remove }) => (
          <>
            {rows.map(({ key, name }) => (
              <NeedRow key={key} at={name} onRemove={() => remove(name)} />
            ))}
            <Button onClick={() => add({})}>{say('needs.add')}</Button>
          </>
        )}
      </Form.List>
    </fieldset>
  );
};
