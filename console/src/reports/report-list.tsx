import type { ReactNode } from 'react';
import { Link, useSearchParams } from 'react-router';
import type * as z from 'zod';
import { REPORT_KINDS } from '../../../shared/domain/situation-report/report-content.ts';
import type { SituationReportCardSchema } from '../../../shared/domain/situation-report/situation-report-listings.ts';
import { situationReportRoutes } from '../../../shared/http/routes/situation-reports.ts';
import { cityName } from '../../../shared/reference/cities.ts';
import { usePages } from '../api/use-pages.ts';
import { useSpeech } from '../i18n/language.ts';
import { Choice } from '../parts/choice.tsx';
import { type Column, EntryTable } from '../parts/entry-table.tsx';
import { ChangedMark, ExerciseMark, Status } from '../parts/marks.tsx';
import { Moment } from '../parts/moment.tsx';
import { Screen } from '../parts/screen.tsx';
import { ReportStatus } from './report-status.tsx';
import { REPORTS } from './reports-words.ts';

type Card = z.infer<typeof SituationReportCardSchema>;

const useColumns = (): readonly Column<Card>[] => {
  const { say, read } = useSpeech(REPORTS);
  return [
    {
      title: say('column.incident'),
      cell: ({ reportId, incident, exercise }) => (
        <>
          <ExerciseMark exercise={exercise} /> <Link to={`/reports/${reportId}`}>{incident.title}</Link>{' '}
          <ChangedMark id={reportId} />
        </>
      ),
    },
    { title: say('column.city'), width: '8rem', cell: ({ city }) => read(cityName(city)) },
    { title: say('column.status'), width: '9rem', cell: ({ status }) => <ReportStatus status={status} /> },
    {
      title: say('column.latest'),
      width: '16rem',
      cell: ({ latest }) =>
        latest && (
          <>
            {read(REPORT_KINDS[latest.kind])} {say('version', { number: latest.number })} <Moment at={latest.asOf} />
          </>
        ),
    },
    {
      title: say('column.draft'),
      width: '8rem',
      cell: ({ draft }) => draft && <Status status={draft} tone={draft === 'sent-back' ? 'bad' : 'waiting'} />,
    },
    { title: say('column.opened'), width: '8rem', cell: ({ openedAt }) => <Moment at={openedAt} /> },
  ];
};

/** Every series of reports, this city's and those that partners send. */
export const ReportList = (): ReactNode => {
  const { say } = useSpeech(REPORTS);
  const [search, setSearch] = useSearchParams();
  const sides = [
    ['own', say('side.own')],
    ['received', say('side.received')],
  ] as const;
  const side = sides.find(([one]) => one === search.get('side'))?.[0];
  const reports = usePages(situationReportRoutes.listSituationReports, { query: side === undefined ? {} : { side } });
  return (
    <Screen title={say('title')}>
      <p className="filters">
        <Choice
          aria-label={say('filter.side')}
          options={sides}
          value={side}
          none={say('side.all')}
          onChange={(one) => setSearch(one === undefined ? {} : { side: one })}
        />
      </p>
      <EntryTable
        label={say('list.label')}
        pages={reports}
        columns={useColumns()}
        rowKey={({ reportId }) => reportId}
      />
    </Screen>
  );
};
