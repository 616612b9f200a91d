import Checkbox from 'antd/es/checkbox';
import Input from 'antd/es/input';
import InputNumber from 'antd/es/input-number';
import type { ReactNode } from 'react';
import type { Instant } from '../../../../shared/domain/kernel/instant.ts';
import { useSpeech } from '../../i18n/language.ts';
import { InstantInput } from '../../parts/instant-input.tsx';
import { LinesInput } from '../../parts/lines-input.tsx';
import { Moment } from '../../parts/moment.tsx';
import { useYuan, YuanInput } from '../../parts/money.tsx';
import type { Control } from '../field.ts';
import { REGISTRY } from '../registry-words.ts';

const asText = (value: unknown): ReactNode => (value === undefined || value === '' ? undefined : String(value));

/** A line of text. */
export const line: Control = { input: <Input />, show: asText };

/** Text of several lines. */
export const prose: Control = {
  input: <Input.TextArea autoSize={{ minRows: 2, maxRows: 8 }} />,
  show: (value) => (value === undefined ? undefined : <span className="prose">{String(value)}</span>),
};

/** A telephone number. */
export const telephone: Control = { input: <Input inputMode="tel" />, show: asText };

/** @param unit what is counted, after the number; a number of any size with decimals unless told otherwise. */
export const number = (unit?: ReactNode, limits: { readonly min?: number; readonly max?: number } = {}): Control => ({
  input: <InputNumber {...limits} {...(unit === undefined ? {} : { suffix: unit })} className="number-input" />,
  show: (value) =>
    value === undefined ? undefined : (
      <>
        {String(value)}
        {unit === undefined ? '' : <> {unit}</>}
      </>
    ),
});

/** A moment, Asia/Shanghai. */
export const moment: Control = {
  input: <InstantInput />,
  show: (value) => (value === undefined ? undefined : <Moment at={value as Instant} />),
};

const YuanShown = ({ fen }: { readonly fen: number }): ReactNode => useYuan()(fen);

/** An amount of money: asked for in yuan, kept in fen. */
export const money: Control = {
  input: <YuanInput />,
  show: (value) => (value === undefined ? undefined : <YuanShown fen={Number(value)} />),
};

interface YesInputProps {
  readonly id?: string;
  readonly value?: boolean;
  readonly onChange?: (value: boolean) => void;
}

const YesInput = ({ id, value = false, onChange }: YesInputProps): ReactNode => {
  const { say } = useSpeech(REGISTRY);
  return (
    <Checkbox
      {...(id === undefined ? {} : { id })}
      checked={value}
      onChange={({ target }) => onChange?.(target.checked)}
    >
      {say('yes')}
    </Checkbox>
  );
};

const YesShown = ({ value }: { readonly value: boolean }): ReactNode => {
  const { say } = useSpeech(REGISTRY);
  return say(value ? 'yes' : 'no');
};

/** Yes or no; no until one says so. */
export const yesOrNo: Control = {
  input: <YesInput />,
  show: (value) => (value === undefined ? undefined : <YesShown value={value === true} />),
};

const Listed = ({ values }: { readonly values: readonly string[] }): ReactNode => {
  const { say } = useSpeech(REGISTRY);
  return values.length === 0 ? say('none') : values.join(say('and'));
};

/** Several texts, one on each line. */
export const lines: Control = {
  input: <LinesInput />,
  show: (value) => (value === undefined ? undefined : <Listed values={value as readonly string[]} />),
};
