import type { ReactNode } from 'react';
import { type Instant, MINUTE_MS } from '../../../shared/domain/kernel/instant.ts';
import { useSpeech } from '../i18n/language.ts';
import { useNow } from '../live/use-now.ts';
import { PARTS } from './part-words.ts';
import { useSpan } from './span.ts';

/** Less than this left is soon, milliseconds. */
const SOON_MS = 30 * MINUTE_MS;

/** How long there is left until something is due, or how long it has been overdue: in words, not by colour alone. */
export const Countdown = ({ due }: { readonly due: Instant }): ReactNode => {
  const { say } = useSpeech(PARTS);
  const span = useSpan();
  const left = Date.parse(due) - useNow();
  const state = left < 0 ? 'over' : left < SOON_MS ? 'soon' : 'early';
  return (
    <time dateTime={due} className={`countdown countdown-${state}`}>
      {say(left < 0 ? 'clock.over' : 'clock.left', { span: span(left) })}
    </time>
  );
};
