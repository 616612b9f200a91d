import type { Instant } from '../../../shared/domain/kernel/instant.ts';
import type { Language } from '../../../shared/domain/kernel/text.ts';
import { useSpeech } from '../i18n/language.ts';
import { ORDER } from './order-words.ts';

const formats = (options: Intl.DateTimeFormatOptions): Readonly<Record<Language, Intl.DateTimeFormat>> => ({
  zh: new Intl.DateTimeFormat('zh-CN', { timeZone: 'Asia/Shanghai', ...options }),
  en: new Intl.DateTimeFormat('en-GB', { timeZone: 'Asia/Shanghai', ...options }),
});

const DATES = formats({ dateStyle: 'long' });
const TIMES = formats({ month: 'long', day: 'numeric', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });

const useFormat = (format: typeof DATES): ((at: Instant) => string) => {
  const { language } = useSpeech(ORDER);
  return (at) => format[language].format(new Date(at));
};

/** @returns how a document writes a date, e.g. 2026年11月25日. */
export const useOrderDate = (): ((at: Instant) => string) => useFormat(DATES);

/** @returns how a document writes a moment, e.g. 11月25日 17:15. */
export const useOrderTime = (): ((at: Instant) => string) => useFormat(TIMES);
