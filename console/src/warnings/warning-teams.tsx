import type { ReactNode } from 'react';
import { RESOURCE_KINDS } from '../../../shared/domain/vocabulary/resource-kinds.ts';
import { warningRoutes } from '../../../shared/http/routes/warnings.ts';
import { useRead } from '../api/use-read.ts';
import { useSpeech } from '../i18n/language.ts';
import { Panel } from '../parts/screen.tsx';
import { Shown } from '../parts/shown.tsx';
import { SubjectLink } from '../parts/subject-link.tsx';
import { WARNINGS } from './warnings-words.ts';

/** The city's teams in the area of a warning. */
export const WarnedTeams = ({ warningId }: { readonly warningId: string }): ReactNode => {
  const { say, read } = useSpeech(WARNINGS);
  const warned = useRead(warningRoutes.listWarnedTeams, { params: { warningId } });
  return (
    <Panel title={say('teams.title')}>
      <Shown read={warned}>
        {({ teams, more }) => (
          <>
            {teams.length === 0 && <p className="muted">{say('teams.none')}</p>}
            <ul className="entries warned-teams">
              {teams.map(({ id, name, nameEn, capabilities, readinessMinutes }) => (
                <li key={id}>
                  <span className="entry-main">
                    <SubjectLink kind="team" id={id}>
                      {read({ zh: name, en: nameEn ?? name })}
                    </SubjectLink>{' '}
                    <span className="muted">
                      {capabilities.map(({ kind }) => read(RESOURCE_KINDS[kind])).join('、')}
                    </span>
                  </span>
                  <span>{say('teams.ready', { minutes: readinessMinutes })}</span>
                </li>
              ))}
            </ul>
            {more && <p className="muted">{say('teams.more')}</p>}
          </>
        )}
      </Shown>
    </Panel>
  );
};
