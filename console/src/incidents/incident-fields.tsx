import Checkbox from 'antd/es/checkbox';
import Form from 'antd/es/form';
import Input from 'antd/es/input';
import type { ReactNode } from 'react';
import { HAZARDS } from '../../../shared/domain/vocabulary/hazards.ts';
import { useSpeech } from '../i18n/language.ts';
import { Choice, choicesOf } from '../parts/choice.tsx';
import { InstantInput } from '../parts/instant-input.tsx';
import { LinesInput } from '../parts/lines-input.tsx';
import { PARTS } from '../parts/part-words.ts';
import { PositionFields } from '../parts/position-fields.tsx';
import { INCIDENTS } from './incidents-words.ts';
import { NeedFields } from './need-fields.tsx';

const AreaFields = (): ReactNode => {
  const { say } = useSpeech(INCIDENTS);
  const required = [{ required: true, message: useSpeech(PARTS).say('required') }];
  return (
    <fieldset className="fields">
      <legend>{say('area.title')}</legend>
      <Form.Item name={['area', 'description']} label={say('area.description')} rules={required}>
        <Input />
      </Form.Item>
      <Form.Item name={['area', 'divisions']} label={say('area.divisions')}>
        <LinesInput placeholder="630102" />
      </Form.Item>
      <Form.Item name={['area', 'circles']} label={say('area.circles')}>
        <LinesInput placeholder="36.617,101.778 5" />
      </Form.Item>
      <Form.Item name={['area', 'polygons']} label={say('area.polygons')}>
        <LinesInput placeholder="36.6,101.7 36.6,101.8 36.7,101.8 36.6,101.7" />
      </Form.Item>
    </fieldset>
  );
};

/** Asks for what is known of an incident; the same when it is taken down and when it turns out otherwise. */
export const IncidentFields = (): ReactNode => {
  const { say, read } = useSpeech(INCIDENTS);
  const required = [{ required: true, message: useSpeech(PARTS).say('required') }];
  const hasArea: boolean = Form.useWatch('hasArea') ?? false;
  return (
    <>
      <Form.Item name={['hazard']} label={say('field.hazard')} rules={required}>
        <Choice options={choicesOf(HAZARDS, read)} />
      </Form.Item>
      <Form.Item name={['title']} label={say('field.title')} rules={required}>
        <Input />
      </Form.Item>
      <Form.Item name={['description']} label={say('field.description')} rules={required}>
        <Input.TextArea autoSize={{ minRows: 3, maxRows: 12 }} />
      </Form.Item>
      <Form.Item name={['occurredAt']} label={say('field.occurred')} rules={required}>
        <InstantInput />
      </Form.Item>
      <PositionFields name={['position']} />
      <Form.Item name={['parties']} label={say('field.parties')}>
        <LinesInput />
      </Form.Item>
      <Form.Item name="hasArea" valuePropName="checked">
        <Checkbox>{say('area.has')}</Checkbox>
      </Form.Item>
      {hasArea && <AreaFields />}
      <NeedFields />
    </>
  );
};
