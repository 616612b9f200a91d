import type { ReactNode } from 'react';
import { HAZARDS } from '../../../shared/domain/vocabulary/hazards.ts';
import { incidentRoutes } from '../../../shared/http/routes/incidents.ts';
import { useRead } from '../api/use-read.ts';
import { useSpeech } from '../i18n/language.ts';
import { ChangedMark, ExerciseMark, Status } from '../parts/marks.tsx';
import { Moment } from '../parts/moment.tsx';
import { Panel } from '../parts/screen.tsx';
import { Shown } from '../parts/shown.tsx';
import { SubjectLink } from '../parts/subject-link.tsx';
import { FOLLOWS } from './board-panels.ts';
import { BOARD } from './board-words.ts';
import type { BoardPanelProps } from './duty-board.tsx';

/** The incidents that go on, with level and colour. */
export const OpenIncidents = ({ exercise }: BoardPanelProps): ReactNode => {
  const { say, read } = useSpeech(BOARD);
  const incidents = useRead(
    incidentRoutes.listIncidents,
    { query: { status: 'open', limit: 50 } },
    true,
    FOLLOWS.incidents,
  );
  return (
    <Panel title={say('incidents.title')}>
      <Shown read={incidents}>
        {({ items }) => {
          const own = items.filter((each) => each.exercise === exercise);
          if (own.length === 0) return <p className="muted">{say('incidents.empty')}</p>;
          return (
            <ul className="incidents">
              {own.map(
                ({ incidentId, title, hazard, responseLevel, status, occurredAt, position, exercise: marked }) => (
                  <li key={incidentId} className={`incident incident-${responseLevel ?? 'none'}`}>
                    <span className="incident-level">
                      {responseLevel === undefined ? say('level.none') : say('level', { level: responseLevel })}
                    </span>
                    <span>
                      <ExerciseMark exercise={marked} />{' '}
                      <SubjectLink kind="incident" id={incidentId}>
                        <strong>{title}</strong>
                      </SubjectLink>{' '}
                      <ChangedMark id={incidentId} />
                      <br />
                      <span className="muted">
                        {read(HAZARDS[hazard])} · {position.place} · <Moment at={occurredAt} relative />
                      </span>
                    </span>
                    <Status status={status} />
                  </li>
                ),
              )}
            </ul>
          );
        }}
      </Shown>
    </Panel>
  );
};
