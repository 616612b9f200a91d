import { wordBook } from '../i18n/language.ts';

/** What the duty board says. */
export const BOARD = wordBook('board', {
  title: { zh: '值班看板', en: 'Duty board' },
});
