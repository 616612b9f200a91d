import type { ReactNode } from 'react';
import { incidentRoutes } from '../../../shared/http/routes/incidents.ts';
import { useDesk, useMay } from '../api/use-api.ts';
import { useCommand } from '../api/use-command.ts';
import { useRead } from '../api/use-read.ts';
import { useSpeech } from '../i18n/language.ts';
import { CommandDialog } from '../parts/command-dialog.tsx';
import { Shown } from '../parts/shown.tsx';
import { SubjectLink } from '../parts/subject-link.tsx';
import { WordsField } from '../parts/words-field.tsx';
import { type ReadIncident, seen } from './incident-acts.tsx';
import { INCIDENTS } from './incidents-words.ts';

const DismissAsDuplicate = ({ read, of }: { readonly read: ReadIncident; readonly of: string }): ReactNode => {
  const { say } = useSpeech(INCIDENTS);
  const { code: city } = useDesk().city;
  const command = useCommand(incidentRoutes.verifyIncident);
  return (
    <CommandDialog
      act={say('act.duplicate')}
      command={command}
      danger
      inputOf={({ reason }: { readonly reason: string }) => ({
        ...seen(read),
        body: { verdict: 'duplicate' as const, of: { city, incidentId: of }, reason },
      })}
    >
      <WordsField name={['reason']} label={say('reason')} />
    </CommandDialog>
  );
};

/** Incidents and work orders of the same place, time and kind, with the reasons. */
export const IncidentDuplicates = (read: ReadIncident): ReactNode => {
  const { say, read: spoken } = useSpeech(INCIDENTS);
  const may = useMay();
  const { incidentId, status } = read.incident;
  const duplicates = useRead(incidentRoutes.listIncidentDuplicates, { params: { incidentId } });
  const mayDismiss = (status === 'reported' || status === 'verified') && may(incidentRoutes.verifyIncident);
  return (
    <>
      <h3>{say('duplicates.title')}</h3>
      <Shown read={duplicates}>
        {({ items }) =>
          items.length === 0 ? (
            <p className="muted">{say('duplicates.none')}</p>
          ) : (
            <ul className="entries">
              {items.map(({ kind, id, name, score, reasons }) => (
                <li key={id}>
                  <span className="entry-main">
                    <SubjectLink kind={kind} id={id}>
                      {name}
                    </SubjectLink>{' '}
                    <span className="muted">
                      {say('duplicates.score', { score })} · {reasons.map(spoken).join('；')}
                    </span>
                  </span>
                  {kind === 'incident' && mayDismiss && <DismissAsDuplicate read={read} of={id} />}
                </li>
              ))}
            </ul>
          )
        }
      </Shown>
    </>
  );
};
