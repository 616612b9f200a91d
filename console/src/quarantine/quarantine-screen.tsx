import type { ReactNode } from 'react';
import { useSpeech } from '../i18n/language.ts';
import { Screen } from '../parts/screen.tsx';
import { DeadLetters } from './dead-letters.tsx';
import { QUARANTINE } from './quarantine-words.ts';
import { Quarantined } from './quarantined.tsx';
import { Unconfirmed } from './unconfirmed.tsx';
import { Undelivered } from './undelivered.tsx';

/** All that did not get through, and having it tried again. */
export const QuarantineScreen = (): ReactNode => {
  const { say } = useSpeech(QUARANTINE);
  return (
    <Screen title={say('title')}>
      <p>{say('explain')}</p>
      <Unconfirmed />
      <Undelivered />
      <Quarantined />
      <DeadLetters />
    </Screen>
  );
};
