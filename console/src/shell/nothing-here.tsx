import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useSpeech } from '../i18n/language.ts';
import { SHELL } from './shell-words.ts';

/** Where there is no screen. */
export const NothingHere = (): ReactNode => {
  const { say } = useSpeech(SHELL);
  return (
    <article className="screen">
      <h1>{say('nothing-here')}</h1>
      <Link to="/">{say('app.name')}</Link>
    </article>
  );
};
