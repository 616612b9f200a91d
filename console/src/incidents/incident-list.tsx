import type { ReactNode } from 'react';
import { Link, useSearchParams } from 'react-router';
import type * as z from 'zod';
import type { IncidentCardSchema, IncidentStanding } from '../../../shared/domain/incident/incident-listings.ts';
import { HAZARDS } from '../../../shared/domain/vocabulary/hazards.ts';
import { incidentRoutes } from '../../../shared/http/routes/incidents.ts';
import { partnerIncidentRoutes } from '../../../shared/http/routes/partner-incidents.ts';
import { STATUS_NAMES } from '../../../shared/reference/statuses.ts';
import { useMay } from '../api/use-api.ts';
import { usePages } from '../api/use-pages.ts';
import { useSpeech } from '../i18n/language.ts';
import { Choice } from '../parts/choice.tsx';
import { type Column, EntryTable } from '../parts/entry-table.tsx';
import { LevelMark } from '../parts/grave-marks.tsx';
import { ChangedMark, ExerciseMark } from '../parts/marks.tsx';
import { Moment } from '../parts/moment.tsx';
import { Screen } from '../parts/screen.tsx';
import { IncidentStatus, STATUSES } from './incident-status.tsx';
import { INCIDENTS } from './incidents-words.ts';

type Card = z.infer<typeof IncidentCardSchema>;

const useColumns = (): readonly Column<Card>[] => {
  const { say, read } = useSpeech(INCIDENTS);
  return [
    {
      title: say('column.title'),
      cell: ({ incidentId, title, exercise }) => (
        <>
          <ExerciseMark exercise={exercise} /> <Link to={`/incidents/${incidentId}`}>{title}</Link>{' '}
          <ChangedMark id={incidentId} />
        </>
      ),
    },
    {
      title: say('column.level'),
      width: '10rem',
      cell: ({ responseLevel }) => <LevelMark level={responseLevel} />,
    },
    { title: say('column.status'), width: '11rem', cell: ({ status }) => <IncidentStatus status={status} /> },
    { title: say('column.hazard'), width: '8rem', cell: ({ hazard }) => read(HAZARDS[hazard]) },
    { title: say('column.place'), width: '14rem', cell: ({ position }) => position.place },
    { title: say('column.occurred'), width: '8rem', cell: ({ occurredAt }) => <Moment at={occurredAt} /> },
  ];
};

/** The incidents of this city; those that go on unless others are asked for. */
export const IncidentList = (): ReactNode => {
  const { say, read } = useSpeech(INCIDENTS);
  const may = useMay();
  const [search, setSearch] = useSearchParams({ status: 'open' });
  const columns = useColumns();
  const standings: readonly (readonly [IncidentStanding, string])[] = [
    ['open', say('filter.open')],
    ...STATUSES.map((status) => [status, read(STATUS_NAMES[status] ?? { zh: status, en: status })] as const),
  ];
  const status = standings.find(([one]) => one === search.get('status'))?.[0];
  const incidents = usePages(incidentRoutes.listIncidents, { query: status === undefined ? {} : { status } });
  return (
    <Screen
      title={say('title')}
      actions={
        <>
          {may(partnerIncidentRoutes.listPartnerIncidents) && <Link to="/partner-incidents">{say('to.partners')}</Link>}
          {may(incidentRoutes.openIncident) && <Link to="/incidents/new">{say('new')}</Link>}
        </>
      }
    >
      <p className="filters">
        <Choice
          aria-label={say('filter.status')}
          options={standings}
          value={status}
          none={say('filter.all')}
          onChange={(one) => setSearch({ status: one ?? 'all' })}
        />
      </p>
      <EntryTable
        label={say('list.label')}
        pages={incidents}
        columns={columns}
        rowKey={({ incidentId }) => incidentId}
      />
    </Screen>
  );
};
