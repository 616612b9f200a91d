import Button from 'antd/es/button';
import { lazy, type ReactNode, Suspense } from 'react';
import { Outlet } from 'react-router';
import { hasOneOf, READERS } from '../../../shared/http/roles.ts';
import { useDesk } from '../api/use-api.ts';
import { chooseLanguage, useSpeech } from '../i18n/language.ts';
import { useLive } from '../live/use-live.ts';
import { SubjectPaths } from '../parts/subject-link.tsx';
import { Navigation } from './navigation.tsx';
import { SessionEnded } from './session-ended.tsx';
import { SHELL } from './shell-words.ts';
import { UnreadBell } from './unread-bell.tsx';
import { useScreens, useSubjectPaths } from './use-screens.ts';

const OwnLine = lazy(async () => ({ default: (await import('../phone/own-line.tsx')).OwnLine }));

/** What stands around every screen: where one is, as whom, and where one can go. */
export const Frame = (): ReactNode => {
  const { say, read, language } = useSpeech(SHELL);
  const { city, person, session } = useDesk();
  const { isConnected } = useLive();
  const subjectPaths = useSubjectPaths();
  const hasOwn = useScreens().some(({ navigation: { group } }) => group === 'own');
  // Who reads nothing of the city's business is out and about: agencies, experts, team leaders.
  const isMobile = hasOwn || !hasOneOf(person.roles, READERS);
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
      <SessionEnded />
      <Navigation />
      <main id="content" tabIndex={-1}>
        <SubjectPaths value={subjectPaths}>
          <Suspense>
            {isMobile && <OwnLine />}
            <Outlet />
          </Suspense>
        </SubjectPaths>
      </main>
    </div>
  );
};
