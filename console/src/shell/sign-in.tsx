import Button from 'antd/es/button';
import type { ReactNode } from 'react';
import type { Configuration } from '../configuration.ts';
import { useSpeech } from '../i18n/language.ts';
import type { Session } from '../identity/session.ts';
import { SHELL } from './shell-words.ts';

interface SignInProps {
  readonly configuration: Configuration;
  readonly session: Session;
}

/** What somebody sees who is not signed in. */
export const SignIn = ({ configuration: { demoPeople = [], cities }, session }: SignInProps): ReactNode => {
  const { say, read } = useSpeech(SHELL);
  return (
    <main className="sign-in">
      <h1>{say('app.name')}</h1>
      <p>{say('app.motto')}</p>
      <Button type="primary" size="large" onClick={() => void session.signIn()}>
        {say('sign-in.button')}
      </Button>
      {demoPeople.length > 0 && (
        <section aria-labelledby="demo-people">
          <h2 id="demo-people">{say('sign-in.demo')}</h2>
          {cities.map(({ code, name }) => (
            <details key={code}>
              <summary>{read(name)}</summary>
              <ul>
                {demoPeople
                  .filter(({ city }) => city === code)
                  .map(({ id, title }) => (
                    <li key={id}>
                      <Button type="link" onClick={() => void session.signIn(id)}>
                        {read(title)}
                      </Button>
                    </li>
                  ))}
              </ul>
            </details>
          ))}
        </section>
      )}
    </main>
  );
};
