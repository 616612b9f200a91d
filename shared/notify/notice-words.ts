import type { Language } from '../domain/kernel/text.ts';
import type { NoticeContent } from '../domain/notification/importance.ts';

const URGENT = { zh: '【紧急】', en: '[Urgent] ' } as const;

/** @returns one line that says it all. Of a drill it says so already. */
export const noticeLine = ({ urgency, text }: NoticeContent, language: Language): string =>
  `${urgency === 'urgent' ? URGENT[language] : ''}${text[language].replace(/\s+/g, ' ').trim()}`;

/** @returns as much of a text as fits into so many bytes of UTF-8, with an ellipsis where something is missing. */
export const fitting = (text: string, bytes: number): string => {
  if (Buffer.byteLength(text) <= bytes) return text;
  let shortened = '';
  let left = bytes - Buffer.byteLength('…');
  for (const character of text) {
    left -= Buffer.byteLength(character);
    if (left < 0) break;
    shortened += character;
  }
  return `${shortened}…`;
};
