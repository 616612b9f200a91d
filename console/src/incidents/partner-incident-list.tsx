import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type * as z from 'zod';
import { HAZARDS } from '../../../shared/domain/vocabulary/hazards.ts';
import { partnerIncidentRoutes } from '../../../shared/http/routes/partner-incidents.ts';
import type { PartnerIncidentCardSchema } from '../../../shared/http/views/partner-incident.ts';
import { cityName } from '../../../shared/reference/cities.ts';
import { usePages } from '../api/use-pages.ts';
import { useSpeech } from '../i18n/language.ts';
import { type Column, EntryTable } from '../parts/entry-table.tsx';
import { LevelMark } from '../parts/grave-marks.tsx';
import { ChangedMark, ExerciseMark } from '../parts/marks.tsx';
import { Moment } from '../parts/moment.tsx';
import { Screen } from '../parts/screen.tsx';
import { IncidentStatus } from './incident-status.tsx';
import { INCIDENTS } from './incidents-words.ts';

type Card = z.infer<typeof PartnerIncidentCardSchema>;

/** Incidents that partner cities have told of. */
export const PartnerIncidentList = (): ReactNode => {
  const { say, read } = useSpeech(INCIDENTS);
  const incidents = usePages(partnerIncidentRoutes.listPartnerIncidents, {});
  const columns: readonly Column<Card>[] = [
    {
      title: say('column.title'),
      cell: ({ incidentId, title, exercise }) => (
        <>
          <ExerciseMark exercise={exercise} /> <Link to={`/partner-incidents/${incidentId}`}>{title}</Link>{' '}
          <ChangedMark id={incidentId} />
        </>
      ),
    },
    { title: say('column.city'), width: '8rem', cell: ({ city }) => read(cityName(city)) },
    {
      title: say('column.level'),
      width: '10rem',
      cell: ({ responseLevel }) => <LevelMark level={responseLevel} />,
    },
    { title: say('column.status'), width: '11rem', cell: ({ status }) => <IncidentStatus status={status} /> },
    { title: say('column.hazard'), width: '8rem', cell: ({ hazard }) => read(HAZARDS[hazard]) },
    { title: say('column.occurred'), width: '8rem', cell: ({ occurredAt }) => <Moment at={occurredAt} /> },
  ];
  return (
    <Screen title={say('partners.title')} actions={<Link to="/incidents">{say('to.own')}</Link>}>
      <EntryTable
        label={say('partners.label')}
        pages={incidents}
        columns={columns}
        rowKey={({ incidentId }) => incidentId}
      />
    </Screen>
  );
};
