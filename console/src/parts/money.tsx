import InputNumber from 'antd/es/input-number';
import type { ReactNode } from 'react';
import type { Language } from '../../../shared/domain/kernel/text.ts';
import { COST_CATEGORIES, type Costs, totalCost } from '../../../shared/domain/vocabulary/costs.ts';
import { COST_CATEGORY_NAMES } from '../../../shared/reference/cost-categories.ts';
import { useSpeech } from '../i18n/language.ts';
import { PARTS } from './part-words.ts';

const FEN = 100;

const FORMATS: Readonly<Record<Language, Intl.NumberFormat>> = {
  zh: new Intl.NumberFormat('zh-CN', { style: 'currency', currency: 'CNY' }),
  en: new Intl.NumberFormat('en-GB', { style: 'currency', currency: 'CNY' }),
};

/** @returns how to say an amount of money, given in fen (1/100 yuan). */
export const useYuan = (): ((fen: number) => string) => {
  const { language } = useSpeech(PARTS);
  return (fen) => FORMATS[language].format(fen / FEN);
};

/** A price by category, CNY fen, with its sum. */
export const CostsShown = ({ costs }: { readonly costs: Costs }): ReactNode => {
  const { say, read } = useSpeech(PARTS);
  const yuan = useYuan();
  const parts = COST_CATEGORIES.flatMap((category) => {
    const fen = costs[category] ?? 0;
    return fen === 0 ? [] : [`${read(COST_CATEGORY_NAMES[category])} ${yuan(fen)}`];
  });
  return (
    <>
      <strong className="amount">{yuan(totalCost(costs))}</strong>
      {parts.length > 0 && <span className="muted"> {say('costs.of', { parts: parts.join(say('list.and')) })}</span>}
    </>
  );
};

interface YuanInputProps {
  readonly id?: string;
  /** CNY fen. */
  readonly value?: number;
  readonly onChange?: (fen: number | undefined) => void;
}

/** Asks for an amount in yuan, as people write it; its value is in fen. */
export const YuanInput = ({ id, value, onChange }: YuanInputProps): ReactNode => (
  <InputNumber
    {...(id === undefined ? {} : { id })}
    value={value === undefined ? null : value / FEN}
    min={0}
    precision={2}
    suffix="¥"
    onChange={(yuan) => onChange?.(yuan === null ? undefined : Math.round(Number(yuan) * FEN))}
  />
);
