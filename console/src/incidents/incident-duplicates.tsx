import type { ReactNode } from 'react';
import { incidentRoutes } from '../../../shared/http/routes/incidents.ts';
import { useDesk, useMay } from '../api/use-api.ts';
import { useCommand } from '../api/use-command.ts';
import { useRead } from '../api/use-read.ts';
import { useSpeech } from '../i18n/language.ts';
import { CommandDialog } from '../parts/command-dialog.tsx';
import { DuplicateList } from '../parts/duplicate-list.tsx';
import { Shown } from '../parts/shown.tsx';
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
  const { say } = useSpeech(INCIDENTS);
  const may = useMay();
  const { incidentId, status } = read.incident;
  const duplicates = useRead(incidentRoutes.listIncidentDuplicates, { params: { incidentId } });
  const mayDismiss = (status === 'reported' || status === 'verified') && may(incidentRoutes.verifyIncident);
  return (
    <>
      <h3>{say('duplicates.title')}</h3>
      <Shown read={duplicates}>
        {({ items }) => (
          <DuplicateList
            duplicates={items}
            actsOf={({ kind, id }) => kind === 'incident' && mayDismiss && <DismissAsDuplicate read={read} of={id} />}
          />
        )}
      </Shown>
    </>
  );
};
