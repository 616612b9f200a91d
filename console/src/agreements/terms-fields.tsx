import Checkbox from 'antd/es/checkbox';
import Form from 'antd/es/form';
import Input from 'antd/es/input';
import InputNumber from 'antd/es/input-number';
import type { ReactNode } from 'react';
import { PAYERS, type Payer } from '../../../shared/domain/agreement/agreement-terms.ts';
import type { Text } from '../../../shared/domain/kernel/text.ts';
import { REGISTRY_ENTRY_KINDS } from '../../../shared/domain/registry/registry-entry.ts';
import { COST_CATEGORIES } from '../../../shared/domain/vocabulary/costs.ts';
import { HAZARDS } from '../../../shared/domain/vocabulary/hazards.ts';
import { RESOURCE_KINDS } from '../../../shared/domain/vocabulary/resource-kinds.ts';
import { AGGREGATE_KIND_NAMES } from '../../../shared/reference/aggregate-kinds.ts';
import { COST_CATEGORY_NAMES } from '../../../shared/reference/cost-categories.ts';
import { useSpeech } from '../i18n/language.ts';
import { Choice } from '../parts/choice.tsx';
import { InstantInput } from '../parts/instant-input.tsx';
import { AGREEMENTS } from './agreements-words.ts';
import { PromisesFields } from './promises-fields.tsx';
import './agreements.css';

const optionsOf = (names: Readonly<Record<string, Text>>, read: (text: Text) => string) =>
  Object.entries(names).map(([value, name]) => ({ value, label: read(name) }));

/** The fields of an agreement's terms, at `terms` in the body. */
export const TermsFields = (): ReactNode => {
  const { say, read } = useSpeech(AGREEMENTS);
  return (
    <div className="terms-fields">
      <Form.Item className="wide" name={['terms', 'title']} label={say('terms.name')}>
        <Input />
      </Form.Item>
      <Form.Item name={['terms', 'validFrom']} label={say('terms.from')}>
        <InstantInput />
      </Form.Item>
      <Form.Item name={['terms', 'validUntil']} label={say('terms.until')}>
        <InstantInput />
      </Form.Item>
      <Form.Item name={['terms', 'replyWithinMinutes']} label={say('terms.reply.minutes')}>
        <InputNumber />
      </Form.Item>
      <Form.Item name={['terms', 'arming']} label={say('terms.arming')}>
        <Choice
          options={[
            ['always', say('arming.always')],
            ['on-declaration', say('arming.on-declaration')],
          ]}
        />
      </Form.Item>
      <fieldset>
        <legend>{say('terms.hazards')}</legend>
        <Form.Item name={['terms', 'hazards']}>
          <Checkbox.Group options={optionsOf(HAZARDS, read)} />
        </Form.Item>
      </fieldset>
      <fieldset>
        <legend>{say('terms.kinds')}</legend>
        <Form.Item name={['terms', 'resourceKinds']}>
          <Checkbox.Group options={optionsOf(RESOURCE_KINDS, read)} />
        </Form.Item>
      </fieldset>
      <PaymentFields />
      <Form.Item className="wide" name={['terms', 'liability']} label={say('terms.liability')}>
        <Input.TextArea autoSize={{ minRows: 2 }} />
      </Form.Item>
      <PromisesFields />
      <fieldset>
        <legend>{say('terms.listings')}</legend>
        {REGISTRY_ENTRY_KINDS.map((kind) => (
          <Form.Item key={kind} name={['terms', 'listings', kind]} valuePropName="checked" noStyle>
            <Checkbox>{read(AGGREGATE_KIND_NAMES[kind])}</Checkbox>
          </Form.Item>
        ))}
      </fieldset>
    </div>
  );
};

const PaymentFields = (): ReactNode => {
  const { say, read } = useSpeech(AGREEMENTS);
  const payers = Object.entries(PAYERS).map(([payer, name]) => [payer as Payer, read(name)] as const);
  return COST_CATEGORIES.map((category) => (
    <Form.Item
      key={category}
      name={['terms', 'payment', category]}
      label={say('terms.payment', { category: read(COST_CATEGORY_NAMES[category]) })}
    >
      <Choice options={payers} />
    </Form.Item>
  ));
};
