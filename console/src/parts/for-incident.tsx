import type { ReactNode } from 'react';
import { useSearchParams } from 'react-router';
import { incidentRoutes } from '../../../shared/http/routes/incidents.ts';
import type { IncidentView } from '../../../shared/http/views/incident.ts';
import { useRead } from '../api/use-read.ts';
import { useSpeech } from '../i18n/language.ts';
import { LabelledChoice } from './labelled-choice.tsx';
import { PARTS } from './part-words.ts';
import { Shown } from './shown.tsx';

interface ForIncidentProps {
  readonly children: (incident: IncidentView) => ReactNode;
}

/** As many open incidents as are to choose from. */
const SHOWN = 100;

/** What is begun for an incident: asks for which, unless the address says it (`?incident=`). */
export const ForIncident = ({ children }: ForIncidentProps): ReactNode => {
  const { say } = useSpeech(PARTS);
  const [search, setSearch] = useSearchParams();
  const incidentId = search.get('incident') ?? undefined;
  const incidents = useRead(incidentRoutes.listIncidents, { query: { status: 'open', limit: SHOWN } });
  const choose = (chosen: string | undefined): void => {
    const next = new URLSearchParams(search);
    if (chosen === undefined) next.delete('incident');
    else next.set('incident', chosen);
    setSearch(next);
  };
  return (
    <>
      <Shown read={incidents}>
        {({ items }) => (
          <div className="filters">
            <LabelledChoice<string>
              label={say('incident')}
              options={items.map((each) => [each.incidentId, each.title] as const)}
              value={incidentId}
              onChange={choose}
            />
            {items.length === 0 && <p>{say('incident.none')}</p>}
          </div>
        )}
      </Shown>
      {incidentId !== undefined && (
        <Chosen key={incidentId} incidentId={incidentId}>
          {children}
        </Chosen>
      )}
    </>
  );
};

const Chosen = ({ incidentId, children }: ForIncidentProps & { readonly incidentId: string }): ReactNode => {
  const incident = useRead(incidentRoutes.readIncident, { params: { incidentId } });
  return <Shown read={incident}>{children}</Shown>;
};
