import { type ReactNode, useEffect } from 'react';
import { useSpeech } from '../i18n/language.ts';
import { SHELL } from '../shell/shell-words.ts';
import { ExerciseMark } from './marks.tsx';

interface ScreenProps {
  readonly title: string;
  /** Beside the title: what one can do here. */
  readonly actions?: ReactNode;
  readonly exercise?: boolean | undefined;
  readonly children: ReactNode;
}

/** One screen: its title, also in the browser's tab, and what one can do on it. A screen of a drill is marked on all sides. */
export const Screen = ({ title, actions, exercise, children }: ScreenProps): ReactNode => {
  const { say } = useSpeech(SHELL);
  const name = say('app.name');
  useEffect(() => {
    document.title = `${title} · ${name}`;
  }, [title, name]);
  return (
    <article className={exercise ? 'screen screen-exercise' : 'screen'}>
      <header className="screen-head">
        <h1>
          {title} <ExerciseMark exercise={exercise} />
        </h1>
        {actions && <div className="screen-actions">{actions}</div>}
      </header>
      {children}
    </article>
  );
};

interface PanelProps {
  readonly title: string;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

/** One matter on a screen, under a title of its own. */
export const Panel = ({ title, actions, children }: PanelProps): ReactNode => (
  <section className="panel" aria-label={title}>
    <header className="panel-head">
      <h2>{title}</h2>
      {actions && <div className="screen-actions">{actions}</div>}
    </header>
    {children}
  </section>
);
