import Button from 'antd/es/button';
import { type ReactNode, Suspense } from 'react';
import { Outlet } from 'react-router';
import { useDesk } from '../api/use-api.ts';
import { chooseLanguage, useSpeech } from '../i18n/language.ts';
import { useLive } from '../live/use-live.ts';
import { SubjectPaths } from '../parts/subject-link.tsx';
import { Navigation } from './navigation.tsx';
import { SHELL } from './shell-words.ts';
import { UnreadBell } from './unread-bell.tsx';
import { useSubjectPaths } from './use-screens.ts';

/** What stands around every screen: where one is, as whom, and where one can go. */
export const Frame = (): ReactNode => {
  const { say, read, language } = useSpeech(SHELL);
  const { city, person, session } = useDesk();
  const { isConnected } = useLive();
  const subjectPaths = useSubjectPaths();
  return (
    <div className="frame">
      <a className="skip" href="#content">
        {say('skip')}
      </a>
      <header className="top">
        <strong className="brand">{say('app.name')}</strong>
        <span className="city">{read(city.name)}</span>
        {!isConnected && (
          <span className="line-lost" role="status">
            {say('line.lost')}
          </span>
        )}
        <span className="who">{person.name}</span>
        <UnreadBell />
        <Button size="small" onClick={() => void chooseLanguage(language === 'zh' ? 'en' : 'zh')}>
          {say('language.other')}
        </Button>
        <Button size="small" onClick={() => void session.signOut()}>
          {say('sign-out')}
        </Button>
      </header>
      <Navigation />
      <main id="content" tabIndex={-1}>
        <SubjectPaths value={subjectPaths}>
          <Suspense>
            <Outlet />
          </Suspense>
        </SubjectPaths>
      </main>
    </div>
  );
};
