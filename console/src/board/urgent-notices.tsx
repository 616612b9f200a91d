import Button from 'antd/es/button';
import type { ReactNode } from 'react';
import { dutyRoomRoutes } from '../../../shared/http/routes/duty-room.ts';
import { useMay } from '../api/use-api.ts';
import { useCommand } from '../api/use-command.ts';
import { useRead } from '../api/use-read.ts';
import { useSpeech } from '../i18n/language.ts';
import { ExerciseMark } from '../parts/marks.tsx';
import { Moment } from '../parts/moment.tsx';
import { ProblemAlert } from '../parts/problem-alert.tsx';
import { Panel } from '../parts/screen.tsx';
import { Shown } from '../parts/shown.tsx';
import { SubjectLink } from '../parts/subject-link.tsx';
import { FOLLOWS } from './board-panels.ts';
import { BOARD } from './board-words.ts';
import type { BoardPanelProps } from './duty-board.tsx';

/** How far back it is looked for urgent notices; older ones stand in the notification centre. */
const LOOKED_AT = 100;
const SHOWN = 8;

/** What the duty room was told urgently and nobody has acknowledged. */
export const UrgentNotices = ({ exercise }: BoardPanelProps): ReactNode => {
  const { say, read } = useSpeech(BOARD);
  const may = useMay();
  const notices = useRead(dutyRoomRoutes.listNotices, { query: { limit: LOOKED_AT } }, true, FOLLOWS.notices);
  const acknowledge = useCommand(dutyRoomRoutes.acknowledgeNotice);
  return (
    <Panel title={say('urgent.title')}>
      {acknowledge.failure && <ProblemAlert error={acknowledge.failure} />}
      <Shown read={notices}>
        {({ items }) => {
          const open = items.filter(
            (each) => each.urgency === 'urgent' && !each.acknowledgedBy && (each.exercise ?? false) === exercise,
          );
          if (open.length === 0) return <p className="muted">{say('urgent.empty')}</p>;
          return (
            <ul className="notices">
              {open.slice(0, SHOWN).map(({ noticeId, at, text, subject, exercise: isExercise }) => (
                <li key={noticeId}>
                  <div>
                    <ExerciseMark exercise={isExercise} />{' '}
                    <SubjectLink kind={subject.kind} id={subject.id}>
                      {read(text)}
                    </SubjectLink>{' '}
                    <span className="muted">
                      <Moment at={at} />
                    </span>
                  </div>
                  {may(dutyRoomRoutes.acknowledgeNotice) && (
                    <Button size="small" onClick={() => void acknowledge.run({ params: { noticeId } })}>
                      {say('urgent.acknowledge')}
                    </Button>
                  )}
                </li>
              ))}
            </ul>
          );
        }}
      </Shown>
    </Panel>
  );
};
