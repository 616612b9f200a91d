import type { ReactNode } from 'react';
import { useSpeech } from '../i18n/language.ts';

/** What needs somebody now. */
export const DutyBoard = (): ReactNode => {
  const { say } = useSpeech();
  return <h1>{say('nav.board')}</h1>;
};
