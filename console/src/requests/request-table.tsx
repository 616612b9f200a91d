import type { ReactNode } from 'react';
import { useSearchParams } from 'react-router';
import type * as z from 'zod';
import type { RequestCardSchema } from '../../../shared/domain/request/request-listings.ts';
import { WORK_ORDER_STEPS } from '../../../shared/domain/request/work-order-step.ts';
import { incidentRoutes } from '../../../shared/http/routes/incidents.ts';
import { requestRoutes } from '../../../shared/http/routes/requests.ts';
import { STATUS_NAMES } from '../../../shared/reference/statuses.ts';
import { usePages } from '../api/use-pages.ts';
import { useRead } from '../api/use-read.ts';
import { useSpeech } from '../i18n/language.ts';
import { EntryTable } from '../parts/entry-table.tsx';
import { LevelMark } from '../parts/grave-marks.tsx';
import { useItemInShort } from '../parts/item-in-short.tsx';
import { LabelledChoice } from '../parts/labelled-choice.tsx';
import { ChangedMark, ExerciseMark, Status } from '../parts/marks.tsx';
import { Moment } from '../parts/moment.tsx';
import { SubjectLink } from '../parts/subject-link.tsx';
import { REQUEST_STATUSES, toneOfRequest } from './request-tones.ts';
import { REQUESTS } from './requests-words.ts';
import { STEPS } from './steps.ts';

type RequestCard = z.infer<typeof RequestCardSchema>;

/** Requests as a table, by one of: step, status, incident. */
export const RequestTable = (): ReactNode => {
  const { say } = useSpeech(REQUESTS);
  const [search] = useSearchParams();
  const step = STEPS.find((each) => each === search.get('step'));
  const status = REQUEST_STATUSES.find((each) => each === search.get('status'));
  const incidentId = search.get('incident') ?? undefined;
  const filter = step ? { step } : status ? { status } : incidentId ? { incidentId } : {};
  const requests = usePages(requestRoutes.listRequests, { query: filter });
  return (
    <>
      <Filters />
      <EntryTable
        label={say('list.label')}
        pages={requests}
        columns={useColumns()}
        rowKey={({ requestId }) => requestId}
      />
    </>
  );
};

const useColumns = () => {
  const { say, read } = useSpeech(REQUESTS);
  const inShort = useItemInShort();
  return [
    {
      title: say('column.request'),
      cell: ({ requestId, incident, exercise }: RequestCard) => (
        <>
          <ExerciseMark exercise={exercise} />{' '}
          <SubjectLink kind="request" id={requestId}>
            {incident.title}
          </SubjectLink>{' '}
          <ChangedMark id={requestId} />
        </>
      ),
    },
    {
      title: say('column.asked'),
      cell: ({ items }: RequestCard) => items.map((item) => <div key={JSON.stringify(item)}>{inShort(item)}</div>),
    },
    {
      title: say('column.step'),
      width: '6rem',
      cell: ({ workOrderStep }: RequestCard) => read(WORK_ORDER_STEPS[workOrderStep]),
    },
    {
      title: say('column.status'),
      width: '8rem',
      cell: ({ status }: RequestCard) => <Status status={status} tone={toneOfRequest(status)} />,
    },
    {
      title: say('column.level'),
      width: '9rem',
      cell: ({ incident }: RequestCard) => <LevelMark level={incident.responseLevel} />,
    },
    {
      title: say('column.drafted'),
      width: '9rem',
      cell: ({ draftedAt }: RequestCard) => <Moment at={draftedAt} />,
    },
  ];
};

/** The API looks by one of them at a time: choosing one lets go of the others. */
const Filters = (): ReactNode => {
  const { say, read } = useSpeech(REQUESTS);
  const [search, setSearch] = useSearchParams();
  const incidents = useRead(incidentRoutes.listIncidents, { query: { limit: 100 } });
  const choose = (name: string) => (value: string | undefined) =>
    setSearch({ view: 'table', ...(value === undefined ? {} : { [name]: value }) });
  const filters = [
    ['step', STEPS.map((step) => [step, read(WORK_ORDER_STEPS[step])] as const)],
    [
      'status',
      REQUEST_STATUSES.map((status) => [status, read(STATUS_NAMES[status] ?? { zh: status, en: status })] as const),
    ],
    ['incident', (incidents.data?.body.items ?? []).map(({ incidentId, title }) => [incidentId, title] as const)],
  ] as const;
  return (
    <div className="filters">
      {filters.map(([name, options]) => (
        <LabelledChoice<string>
          key={name}
          label={say(`filter.${name}`)}
          options={options}
          value={search.get(name) ?? undefined}
          none={say('filter.all')}
          onChange={choose(name)}
        />
      ))}
    </div>
  );
};
