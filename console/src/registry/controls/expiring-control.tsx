import type { ReactNode } from 'react';
import { DAY_MS, plus } from '../../../../shared/domain/kernel/instant.ts';
import { useSpeech } from '../../i18n/language.ts';
import { useNow } from '../../live/use-now.ts';
import { Choice } from '../../parts/choice.tsx';
import { REGISTRY } from '../registry-words.ts';
import { UPKEEP } from '../upkeep-words.ts';

const DAYS = [0, 30, 90, 180] as const;

interface ExpiringInputProps {
  readonly id: string;
  readonly value: string | undefined;
  readonly onChange: (value: string | undefined) => void;
}

/** Asks within how many days something ends; the address holds the moment, at the beginning of a day in UTC, so that it can be sent on. */
export const ExpiringInput = ({ id, value, onChange }: ExpiringInputProps): ReactNode => {
  const { say } = useSpeech(UPKEEP);
  const { say: sayOfAll } = useSpeech(REGISTRY);
  const now = useNow();
  const today = new Date(now - (now % DAY_MS)).toISOString();
  const options = DAYS.map(
    (days) => [plus(today, days * DAY_MS), days === 0 ? say('has.ended') : say('days', { days })] as const,
  );
  return <Choice id={id} options={options} none={sayOfAll('all')} value={value} onChange={onChange} />;
};
