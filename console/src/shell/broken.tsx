import Button from 'antd/es/button';
import type { ReactNode } from 'react';
import { useSpeech } from '../i18n/language.ts';
import { SHELL } from './shell-words.ts';

/** In place of a screen that failed, or whose files are no longer there since a newer page was put in their place. */
export const Broken = (): ReactNode => {
  const { say } = useSpeech(SHELL);
  return (
    <main className="screen">
      <h1>{say('broken')}</h1>
      <Button onClick={() => location.reload()}>{say('open-again')}</Button>
    </main>
  );
};
