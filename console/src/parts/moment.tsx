import type { ReactNode } from 'react';
import { chinaDate } from '../../../shared/domain/kernel/china-time.ts';
import type { Instant } from '../../../shared/domain/kernel/instant.ts';
import type { Language } from '../../../shared/domain/kernel/text.ts';
import { useSpeech } from '../i18n/language.ts';
import { useNow } from '../live/use-now.ts';
import { PARTS } from './part-words.ts';
import { useSpan } from './span.ts';

const WITHIN_THE_YEAR = {
  timeZone: 'Asia/Shanghai',
  day: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
} as const;

const formatsOf = (more: Intl.DateTimeFormatOptions): Readonly<Record<Language, Intl.DateTimeFormat>> => ({
  zh: new Intl.DateTimeFormat('zh-CN', { ...WITHIN_THE_YEAR, month: 'numeric', ...more }),
  en: new Intl.DateTimeFormat('en-GB', { ...WITHIN_THE_YEAR, month: 'short', ...more }),
});

const THIS_YEAR = formatsOf({});
const OTHER_YEARS = formatsOf({ year: 'numeric' });

/** @returns how to say a moment in the time of the duty rooms, Asia/Shanghai, wherever one reads it; with the year if it is another. */
export const useMoment = (): ((at: Instant) => string) => {
  const { language } = useSpeech(PARTS);
  const thisYear = chinaDate(new Date().toISOString()).slice(0, 4);
  return (at) => (chinaDate(at).startsWith(thisYear) ? THIS_YEAR : OTHER_YEARS)[language].format(new Date(at));
};

interface MomentProps {
  readonly at: Instant;
  /** Also says how long ago, or in how long. */
  readonly relative?: boolean;
}

/** A moment. */
export const Moment = ({ at, relative = false }: MomentProps): ReactNode => {
  const say = useMoment();
  return (
    <time dateTime={at}>
      {say(at)}
      {relative && <FromNow at={at} />}
    </time>
  );
};

const FromNow = ({ at }: Pick<MomentProps, 'at'>): ReactNode => {
  const { say } = useSpeech(PARTS);
  const span = useSpan();
  const left = Date.parse(at) - useNow();
  return <span className="muted"> {say(left < 0 ? 'clock.ago' : 'clock.in', { span: span(left) })}</span>;
};
