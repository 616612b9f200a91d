import type { ReactNode } from 'react';
import type { Instant } from '../../../shared/domain/kernel/instant.ts';
import type { Language } from '../../../shared/domain/kernel/text.ts';
import { useSpeech } from '../i18n/language.ts';
import { useNow } from '../live/use-now.ts';
import { PARTS } from './part-words.ts';
import { useSpan } from './span.ts';

const FORMATS: Readonly<Record<Language, Intl.DateTimeFormat>> = {
  zh: new Intl.DateTimeFormat('zh-CN', {
    timeZone: 'Asia/Shanghai',
    month: 'numeric',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }),
  en: new Intl.DateTimeFormat('en-GB', {
    timeZone: 'Asia/Shanghai',
    month: 'short',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }),
};

/** @returns how to say a moment in the time of the duty rooms, Asia/Shanghai, wherever one reads it. */
export const useMoment = (): ((at: Instant) => string) => {
  const { language } = useSpeech(PARTS);
  return (at) => FORMATS[language].format(new Date(at));
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
