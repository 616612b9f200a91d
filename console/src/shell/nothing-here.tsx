import type { ReactNode } from 'react';
import { Link, useRouteError } from 'react-router';
import { useSpeech } from '../i18n/language.ts';
import { SHELL } from './shell-words.ts';

/** Where there is no screen, or one that failed. */
export const NothingHere = (): ReactNode => {
  const { say } = useSpeech(SHELL);
  const failed = useRouteError() !== undefined;
  return (
    <article className="screen">
      <h1>{say(failed ? 'broken' : 'nothing-here')}</h1>
      <Link to="/">{say('app.name')}</Link>
    </article>
  );
};
