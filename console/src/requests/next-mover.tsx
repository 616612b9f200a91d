import type { ReactNode } from 'react';
import type { Pending } from '../../../shared/http/views/pending.ts';
import { useSpeech } from '../i18n/language.ts';
import { Countdown } from '../parts/countdown.tsx';
import { REQUESTS } from './requests-words.ts';

/** Who must move next, for what, and how long they have. */
export const NextMover = ({ pending: { next } }: { readonly pending: Pending }): ReactNode => {
  const { say, read } = useSpeech(REQUESTS);
  return (
    <p className="next-mover" role="status">
      <span>{say('next.title')}</span>
      {next ? (
        <>
          <strong>{say('next.who', { who: read(next.who) })}</strong> <span>{read(next.what)}</span>{' '}
          <Countdown due={next.due} />
        </>
      ) : (
        <span className="muted">{say('next.nobody')}</span>
      )}
    </p>
  );
};
