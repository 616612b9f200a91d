import type { ReactNode } from 'react';
import { Link, useSearchParams } from 'react-router';
import { useSpeech } from '../i18n/language.ts';
import { Screen } from '../parts/screen.tsx';
import { Arriving } from './arriving.tsx';
import './board.css';
import { BOARD } from './board-words.ts';
import { NeedsNow } from './needs-now.tsx';
import { OpenIncidents } from './open-incidents.tsx';
import { PartnerLinks } from './partner-links.tsx';
import { RequestLanes } from './request-lanes.tsx';
import { RequestsReceived } from './requests-received.tsx';
import { TeamsByCondition } from './teams-by-condition.tsx';
import { UrgentNotices } from './urgent-notices.tsx';

/** What needs somebody now, and how things stand; drills have a board of their own. */
export const DutyBoard = (): ReactNode => {
  const { say } = useSpeech(BOARD);
  const [search] = useSearchParams();
  const exercise = search.get('exercise') === 'true';
  return (
    <Screen
      title={say(exercise ? 'title.exercise' : 'title')}
      exercise={exercise}
      actions={
        <Link to={exercise ? '/board' : '/board?exercise=true'}>{say(exercise ? 'to.real' : 'to.exercise')}</Link>
      }
    >
      <div className="board">
        <div className="board-main">
          <NeedsNow exercise={exercise} />
          <OpenIncidents exercise={exercise} />
          <div className="columns">
            <RequestsReceived exercise={exercise} />
            <Arriving exercise={exercise} />
          </div>
        </div>
        <div className="board-side">
          <UrgentNotices exercise={exercise} />
          <TeamsByCondition />
          <PartnerLinks />
        </div>
      </div>
      <RequestLanes exercise={exercise} />
    </Screen>
  );
};

/** What each panel is told. */
export interface BoardPanelProps {
  /** Whether it shows what belongs to drills, or what is real. */
  readonly exercise: boolean;
}
