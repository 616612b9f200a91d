import Button from 'antd/es/button';
import type { ReactNode } from 'react';
import { NavLink, Outlet } from 'react-router';
import type { RouteContract } from '../../../shared/http/route.ts';
import { requestRoutes } from '../../../shared/http/routes/requests.ts';
import { useDesk, useMay } from '../api/use-api.ts';
import { chooseLanguage, useSpeech } from '../i18n/language.ts';
import type { Word } from '../i18n/words.ts';

/** Screens in the order of the navigation, each with the route without which it shows nothing. */
const SCREENS: readonly { readonly to: string; readonly word: Word; readonly needs?: Pick<RouteContract, 'access'> }[] =
  [
    { to: '/', word: 'nav.board' },
    { to: '/requests', word: 'nav.requests', needs: requestRoutes.listRequests },
  ];

/** What stands around every screen: where one is, as whom, and where one can go. */
export const Frame = (): ReactNode => {
  const { say, read, language } = useSpeech();
  const { city, person, session } = useDesk();
  const may = useMay();
  return (
    <>
      <a className="skip" href="#content">
        {say('skip')}
      </a>
      <header className="top">
        <strong>{say('app.name')}</strong>
        <span>{read(city.name)}</span>
        <nav aria-label={say('nav.label')}>
          {SCREENS.filter(({ needs }) => needs === undefined || may(needs)).map(({ to, word }) => (
            <NavLink key={to} to={to} end={to === '/'}>
              {say(word)}
            </NavLink>
          ))}
        </nav>
        <span className="who">{person.name}</span>
        <Button size="small" onClick={() => void chooseLanguage(language === 'zh' ? 'en' : 'zh')}>
          {say('language.other')}
        </Button>
        <Button size="small" onClick={() => void session.signOut()}>
          {say('sign-out')}
        </Button>
      </header>
      <main id="content" tabIndex={-1}>
        <Outlet />
      </main>
    </>
  );
};
