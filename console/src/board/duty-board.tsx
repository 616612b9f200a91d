import type { ReactNode } from 'react';
import { useSpeech } from '../i18n/language.ts';
import { Screen } from '../parts/screen.tsx';
import { BOARD } from './board-words.ts';

/** What needs somebody now. */
export const DutyBoard = (): ReactNode => {
  const { say } = useSpeech(BOARD);
  return <Screen title={say('title')}>{null}</Screen>;
};
