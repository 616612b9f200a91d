import Button from 'antd/es/button';
import type { ReactNode } from 'react';
import type { Configuration } from '../configuration.ts';
import { chooseLanguage, useSpeech } from '../i18n/language.ts';
import type { Session } from '../identity/session.ts';
import { SHELL } from './shell-words.ts';

interface SignInProps {
  readonly configuration: Configuration;
  readonly session: Session;
}

/** What somebody sees who is not signed in, or who belongs to a city that is not served here. */
export const SignIn = ({ configuration, session }: SignInProps): ReactNode => {
  const { say, language } = useSpeech(SHELL);
  return (
    <main className="sign-in">
      <header className="sign-in-head">
        <h1 className="brand">{say('app.name')}</h1>
        <Button size="small" onClick={() => void chooseLanguage(language === 'zh' ? 'en' : 'zh')}>
          {say('language.other')}
        </Button>
      </header>
      <p>{say('app.motto')}</p>
      {session.person && <p role="alert">{say('sign-in.elsewhere', { city: session.person.city })}</p>}
      <Button type="primary" size="large" onClick={() => void session.signIn()}>
        {say('sign-in.button')}
      </Button>
      <DemoPeople configuration={configuration} session={session} />
    </main>
  );
};

const DemoPeople = ({ configuration: { demoPeople = [], cities }, session }: SignInProps): ReactNode => {
  const { say, read } = useSpeech(SHELL);
  if (demoPeople.length === 0) return null;
  return (
    <section className="demo-people" aria-labelledby="demo-people">
      <h2 id="demo-people">{say('sign-in.demo')}</h2>
      {cities.map(({ code, name }, at) => (
        <details key={code} open={at === 0}>
          <summary>{read(name)}</summary>
          <ul>
            {demoPeople
              .filter(({ city }) => city === code)
              .map(({ id, title }) => (
                <li key={id}>
                  <button type="button" className="link" onClick={() => void session.signIn(id)}>
                    {read(title)}
                  </button>
                </li>
              ))}
          </ul>
        </details>
      ))}
    </section>
  );
};
