import type { ReactNode } from 'react';
import type { Pending } from '../../../shared/http/views/pending.ts';
import { useSpeech } from '../i18n/language.ts';
import { Countdown } from './countdown.tsx';
import { Moment } from './moment.tsx';
import { PARTS } from './part-words.ts';

/** What something waits for, soonest first, each with its clock and with what the clock has done about it. */
export const PendingList = ({ pending: { handOffs } }: { readonly pending: Pending }): ReactNode => {
  const { say, read } = useSpeech(PARTS);
  if (handOffs.length === 0) return <p className="muted">{say('pending.none')}</p>;
  return (
    <ul className="pending-list">
      {handOffs.map(({ handOff, key, what, due, acted }) => (
        <li key={`${handOff} ${key}`}>
          <span>{read(what)}</span> <Countdown due={due} />{' '}
          <span className="muted">
            {say('pending.by')} <Moment at={due} />
            {acted.length > 0 && say('pending.acted', { count: acted.length })}
          </span>
        </li>
      ))}
    </ul>
  );
};
