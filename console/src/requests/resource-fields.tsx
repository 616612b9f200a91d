import Form from 'antd/es/form';
import Input from 'antd/es/input';
import InputNumber from 'antd/es/input-number';
import type { ReactNode } from 'react';
import { RESOURCE_KINDS, type ResourceKind } from '../../../shared/domain/vocabulary/resource-kinds.ts';
import { SUPPLY_CODES } from '../../../shared/reference/supply-codes.ts';
import { useSpeech } from '../i18n/language.ts';
import { Choice } from '../parts/choice.tsx';
import { REQUEST_FORM } from './form-words.ts';
import { useRequired } from './use-required.ts';

const KINDS = Object.keys(RESOURCE_KINDS) as ResourceKind[];
/** Capability levels as the browser's control holds them. */
const LEVELS = ['1', '2', '3'] as const;
/** Digits of a code that names goods, and not a group of them. */
const WHOLE_CODE = 7;

/** Asks for what is needed: teams of a kind and level, or goods of a code. */
export const ResourceFields = ({ index }: { readonly index: number }): ReactNode => {
  const { say, read } = useSpeech(REQUEST_FORM);
  const required = useRequired();
  const isGoods = Form.useWatch(['items', index, 'kind']) === 'supplies';
  return (
    <div className="form-columns">
      <Form.Item name={[index, 'kind']} label={say('kind')} rules={required}>
        <Choice options={KINDS.map((kind) => [kind, read(RESOURCE_KINDS[kind])] as const)} />
      </Form.Item>
      {isGoods ? <GoodsFields index={index} /> : <LevelField index={index} />}
      <Form.Item name={[index, 'quantity']} label={say('quantity')} rules={required}>
        <InputNumber precision={0} />
      </Form.Item>
    </div>
  );
};

const LevelField = ({ index }: { readonly index: number }): ReactNode => {
  const { say } = useSpeech(REQUEST_FORM);
  return (
    <Form.Item
      name={[index, 'level']}
      label={say('level')}
      rules={useRequired()}
      getValueProps={(level?: number) => ({ value: level === undefined ? undefined : String(level) })}
      normalize={(level?: string) => (level === undefined ? undefined : Number(level))}
    >
      <Choice options={LEVELS.map((level) => [level, say('level.one', { level })] as const)} />
    </Form.Item>
  );
};

const GoodsFields = ({ index }: { readonly index: number }): ReactNode => {
  const { say, read } = useSpeech(REQUEST_FORM);
  const required = useRequired();
  const goods = SUPPLY_CODES.filter(({ code }) => code.length === WHOLE_CODE);
  return (
    <>
      <Form.Item name={[index, 'supply', 'code']} label={say('code')} rules={required}>
        <Choice<string> options={goods.map(({ code, name }) => [code, `${read(name)} ${code}`] as const)} />
      </Form.Item>
      <Form.Item name={[index, 'supply', 'unit']} label={say('unit')} rules={required}>
        <Input />
      </Form.Item>
    </>
  );
};
