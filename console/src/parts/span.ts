import { HOUR_MS, MINUTE_MS } from '../../../shared/domain/kernel/instant.ts';
import { useSpeech } from '../i18n/language.ts';
import { PARTS } from './part-words.ts';

const DAY_MS = 24 * HOUR_MS;

/** @returns how to say a length of time, given in milliseconds, as people do: minutes, hours, days. */
export const useSpan = (): ((ms: number) => string) => {
  const { say } = useSpeech(PARTS);
  return (ms) => {
    const length = Math.abs(ms);
    const hours = Math.floor((length % DAY_MS) / HOUR_MS);
    const minutes = Math.floor((length % HOUR_MS) / MINUTE_MS);
    if (length >= DAY_MS) return say('span.days', { days: Math.floor(length / DAY_MS), hours });
    return length >= HOUR_MS ? say('span.hours', { hours, minutes }) : say('span.minutes', { minutes });
  };
};
