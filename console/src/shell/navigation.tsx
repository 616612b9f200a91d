import { type ReactNode, useState } from 'react';
import { NavLink } from 'react-router';
import { useSpeech } from '../i18n/language.ts';
import { NAVIGATION_GROUPS } from './screen-definition.ts';
import { SHELL } from './shell-words.ts';
import { useScreens } from './use-screens.ts';

/** Where one can go: beside the screens, and behind a button where there is no room. */
export const Navigation = (): ReactNode => {
  const { say, read } = useSpeech(SHELL);
  const [isOpen, setOpen] = useState(false);
  const screens = useScreens();
  return (
    <nav aria-label={say('nav.label')} className={isOpen ? 'side side-open' : 'side'}>
      <button type="button" className="side-toggle" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        {say('nav.menu')}
      </button>
      {NAVIGATION_GROUPS.map((group) => {
        const own = screens.filter(({ navigation }) => navigation.group === group);
        return (
          own.length > 0 && (
            <section key={group} className="side-group" aria-label={say(`group.${group}`)}>
              <p aria-hidden="true">{say(`group.${group}`)}</p>
              <ul>
                {own.map(({ path, navigation }) => (
                  <li key={path}>
                    <NavLink to={`/${path}`} onClick={() => setOpen(false)}>
                      {read(navigation.name)}
                    </NavLink>
                  </li>
                ))}
              </ul>
            </section>
          )
        );
      })}
    </nav>
  );
};
