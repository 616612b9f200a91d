import type { ReactNode } from 'react';
import { TEAM_CONDITIONS, type TeamCondition } from '../../../shared/domain/team/team-availability.ts';
import { teamRoutes } from '../../../shared/http/routes/teams.ts';
import { useRead } from '../api/use-read.ts';
import { useSpeech } from '../i18n/language.ts';
import { Tag, type Tone } from '../parts/marks.tsx';
import { Panel } from '../parts/screen.tsx';
import { Shown } from '../parts/shown.tsx';
import { FOLLOWS } from './board-panels.ts';
import { BOARD } from './board-words.ts';

const TONES: Readonly<Record<TeamCondition, Tone>> = {
  available: 'good',
  committed: 'waiting',
  unavailable: 'plain',
  'certification-expired': 'bad',
  retired: 'plain',
};

/** In the order in which a duty room asks for them; those no longer in service are nobody's question. */
const COUNTED: readonly TeamCondition[] = ['available', 'committed', 'unavailable', 'certification-expired'];
const LOOKED_AT = 100;

/** How many teams of this city could go, are out, or cannot. */
export const TeamsByCondition = (): ReactNode => {
  const { say, read } = useSpeech(BOARD);
  const teams = useRead(teamRoutes.listTeams, { query: { limit: LOOKED_AT } }, true, FOLLOWS.teams);
  return (
    <Panel title={say('teams.title')}>
      <Shown read={teams}>
        {({ items, nextCursor }) => (
          <>
            <ul className="teams-by-condition">
              {COUNTED.map((condition) => (
                <li key={condition} className="condition-count">
                  <span className="big">{items.filter((team) => team.condition === condition).length}</span>
                  <Tag tone={TONES[condition]}>{read(TEAM_CONDITIONS[condition])}</Tag>
                </li>
              ))}
            </ul>
            {nextCursor !== undefined && <p className="muted">{say('teams.more', { count: items.length })}</p>}
          </>
        )}
      </Shown>
    </Panel>
  );
};
