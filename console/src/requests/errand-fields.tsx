import Checkbox from 'antd/es/checkbox';
import Form from 'antd/es/form';
import Input from 'antd/es/input';
import type { ReactNode } from 'react';
import { useSpeech } from '../i18n/language.ts';
import type { FieldName } from '../parts/field-pointers.ts';
import { InstantInput } from '../parts/instant-input.tsx';
import { YuanInput } from '../parts/money.tsx';
import { PARTS } from '../parts/part-words.ts';
import { PositionFields } from '../parts/position-fields.tsx';
import { WordsField } from '../parts/words-field.tsx';
import { REQUEST_FORM } from './form-words.ts';
import { useRequired } from './use-required.ts';

const PROVIDED = ['meals', 'lodging', 'fuel'] as const;

/** Where what is asked about stands in the form. */
export interface NamedFields {
  readonly name: FieldName;
}

/** Asks what somebody is wanted for, when and where, what they will find and what it may cost. */
export const ErrandFields = ({ name }: NamedFields): ReactNode => {
  const { say } = useSpeech(REQUEST_FORM);
  const required = useRequired();
  return (
    <>
      <WordsField name={[...name, 'mission']} label={say('mission')} />
      <div className="form-columns">
        <Form.Item name={[...name, 'neededBy']} label={say('needed-by')} rules={required}>
          <InstantInput />
        </Form.Item>
        <Form.Item name={[...name, 'neededUntil']} label={say('needed-until')} rules={required}>
          <InstantInput />
        </Form.Item>
      </div>
      <fieldset className="plain-fields">
        <legend>{say('point')}</legend>
        <PositionFields name={[...name, 'reportingPoint']} />
        <Form.Item name={[...name, 'reportingPoint', 'crs']} hidden>
          <Input />
        </Form.Item>
      </fieldset>
      <WordsField name={[...name, 'siteConditions']} label={say('site')} optional />
      <Logistics name={[...name, 'logistics']} />
      <Form.Item name={[...name, 'costCeiling']} label={say('ceiling')}>
        <YuanInput />
      </Form.Item>
    </>
  );
};

const Logistics = ({ name }: NamedFields): ReactNode => {
  const { say } = useSpeech(REQUEST_FORM);
  const parts = useSpeech(PARTS);
  return (
    <fieldset className="plain-fields">
      <legend>{say('logistics')}</legend>
      <div className="provided">
        {PROVIDED.map((each) => (
          <Form.Item key={each} name={[...name, each]} valuePropName="checked" noStyle>
            <Checkbox>{parts.say(`logistics.${each}`)}</Checkbox>
          </Form.Item>
        ))}
      </div>
      <Form.Item name={[...name, 'notes']} label={say('notes')}>
        <Input />
      </Form.Item>
    </fieldset>
  );
};
