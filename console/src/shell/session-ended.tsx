import Button from 'antd/es/button';
import { type ReactNode, useEffect, useState } from 'react';
import { useDesk } from '../api/use-api.ts';
import { useSpeech } from '../i18n/language.ts';
import { SHELL } from './shell-words.ts';

/** Says that one must sign in again, and leaves the screen with what was entered in it as it is. */
export const SessionEnded = (): ReactNode => {
  const { say } = useSpeech(SHELL);
  const { session, person } = useDesk();
  const [hasEnded, setEnded] = useState(false);
  useEffect(() => session.onEnd(() => setEnded(true)), [session]);
  return (
    hasEnded && (
      <p role="alert" className="session-ended">
        {say('session.ended')}{' '}
        <Button size="small" onClick={() => void session.signIn(person.id)}>
          {say('sign-in.button')}
        </Button>
      </p>
    )
  );
};
