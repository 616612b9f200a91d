import type { ReactNode } from 'react';
import type { Instant } from '../../../shared/domain/kernel/instant.ts';
import type { IncidentView } from '../../../shared/http/views/incident.ts';
import { useSpeech } from '../i18n/language.ts';
import { LevelMark } from '../parts/grave-marks.tsx';
import { Moment } from '../parts/moment.tsx';
import { Panel } from '../parts/screen.tsx';
import { SubjectLink } from '../parts/subject-link.tsx';
import { INCIDENTS } from './incidents-words.ts';

const STEPS = ['reported', 'verified', 'responding', 'ended', 'closed'] as const;
type Step = (typeof STEPS)[number];

interface Done {
  readonly at: Instant;
  readonly by: { readonly name: string };
  readonly words?: string | undefined;
}

const doneOf = (incident: IncidentView): Readonly<Record<Step, Done | undefined>> => {
  const { reportedAt, reportedBy, verification, levels, ending, closure } = incident;
  const level = levels.at(-1);
  return {
    reported: { at: reportedAt, by: reportedBy },
    verified: verification,
    responding: level && { at: level.announcedAt, by: level.by, words: level.reason },
    ended: ending && { ...ending, words: ending.reason },
    closed: closure && { ...closure, words: closure.reason },
  };
};

const StepShown = ({ step, done, isNow }: { step: Step; done: Done | undefined; isNow: boolean }): ReactNode => {
  const { say } = useSpeech(INCIDENTS);
  const standing = isNow ? 'life-now' : done && 'life-done';
  return (
    <li className={standing} aria-current={isNow ? 'step' : undefined}>
      <strong>
        {say(`life.${step}`)} {isNow && say('life.now')}
      </strong>
      {done && (
        <>
          <span>
            <Moment at={done.at} /> {say('life.by', { who: done.by.name })}
          </span>
          {done.words !== undefined && <span className="muted">{done.words}</span>}
        </>
      )}
    </li>
  );
};

const Dismissed = ({ dismissal }: { readonly dismissal: NonNullable<IncidentView['dismissal']> }): ReactNode => {
  const { say } = useSpeech(INCIDENTS);
  const { verdict, of, reason, by, at } = dismissal;
  return (
    <p>
      {of ? (
        <SubjectLink kind="incident" id={of.incidentId}>
          {say('dismissal.duplicate', { title: of.title })}
        </SubjectLink>
      ) : (
        say(verdict === 'false' ? 'dismissal.false' : 'dismissal.duplicate', { title: '' })
      )}
      ：{reason} <Moment at={at} /> {say('life.by', { who: by.name })}
    </p>
  );
};

const Levels = ({ levels }: Pick<IncidentView, 'levels'>): ReactNode => {
  const { say } = useSpeech(INCIDENTS);
  return (
    <details>
      <summary>{say('levels.title')}</summary>
      <ul className="entries">
        {levels.map(({ responseLevel, step, reason, by, announcedAt, at }) => (
          <li key={at}>
            <LevelMark level={responseLevel} />
            <span className="entry-main">
              {say(`levels.${step}`)}：{reason}
            </span>
            <span>
              <Moment at={announcedAt} /> {say('life.by', { who: by.name })}
            </span>
          </li>
        ))}
      </ul>
    </details>
  );
};

/** How far an incident is, and on whose word. */
export const IncidentLife = ({ incident }: { readonly incident: IncidentView }): ReactNode => {
  const { say } = useSpeech(INCIDENTS);
  const done = doneOf(incident);
  return (
    <Panel title={say('life.title')}>
      {incident.dismissal && <Dismissed dismissal={incident.dismissal} />}
      <ol className="life">
        {STEPS.map((step) => (
          <StepShown key={step} step={step} done={done[step]} isNow={step === incident.status} />
        ))}
      </ol>
      {incident.levels.length > 1 && <Levels levels={incident.levels} />}
    </Panel>
  );
};
