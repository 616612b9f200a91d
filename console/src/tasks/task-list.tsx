import type { ReactNode } from 'react';
import { Link, useSearchParams } from 'react-router';
import type * as z from 'zod';
import { WORK_ORDER_STEPS } from '../../../shared/domain/request/work-order-step.ts';
import type { TaskCardSchema } from '../../../shared/domain/task/task-listings.ts';
import type { TaskStatus } from '../../../shared/domain/task/task-state.ts';
import { agencyRoutes } from '../../../shared/http/routes/agencies.ts';
import { taskRoutes } from '../../../shared/http/routes/tasks.ts';
import { STATUS_NAMES } from '../../../shared/reference/statuses.ts';
import { useMay } from '../api/use-api.ts';
import { usePages } from '../api/use-pages.ts';
import { useRead } from '../api/use-read.ts';
import { useSpeech } from '../i18n/language.ts';
import { type Column, EntryTable } from '../parts/entry-table.tsx';
import { LabelledChoice } from '../parts/labelled-choice.tsx';
import { LinkButton } from '../parts/link-button.tsx';
import { ChangedMark, ExerciseMark, Status, Tag } from '../parts/marks.tsx';
import { Moment } from '../parts/moment.tsx';
import { Screen } from '../parts/screen.tsx';
import { TASK_TONES } from './task-tone.ts';
import { TASKS } from './tasks-words.ts';

type Card = z.infer<typeof TaskCardSchema>;

const SUPERVISED = 'supervised';
const STATUSES = Object.keys(TASK_TONES) as readonly TaskStatus[];

/** Tasks of the city's agencies, by status, by agency, or under supervision. */
export const TaskList = (): ReactNode => {
  const { say } = useSpeech(TASKS);
  const may = useMay();
  const [search] = useSearchParams();
  const columns = useColumns();
  const status = STATUSES.find((each) => each === search.get('status'));
  const agencyId = search.get('agency') ?? undefined;
  const incidentId = search.get('incident') ?? undefined;
  const tasks = usePages(taskRoutes.listTasks, {
    query: {
      ...(status === undefined ? {} : { status }),
      ...(search.get('status') === SUPERVISED ? { supervised: 'true' as const } : {}),
      ...(agencyId === undefined ? {} : { agencyId }),
      ...(incidentId === undefined ? {} : { incidentId }),
    },
  });
  return (
    <Screen
      title={say('title')}
      actions={
        may(taskRoutes.sendTask) && (
          <LinkButton to="/tasks/new" primary>
            {say('new')}
          </LinkButton>
        )
      }
    >
      <Filters />
      <EntryTable label={say('list.label')} pages={tasks} columns={columns} rowKey={({ taskId }) => taskId} />
    </Screen>
  );
};

/** The API looks by one of them at a time: choosing one lets go of the other. */
const Filters = (): ReactNode => {
  const { say, read } = useSpeech(TASKS);
  const [search, setSearch] = useSearchParams();
  const agencies = useRead(agencyRoutes.listAgencies, { query: { limit: 100 } });
  const choose = (name: string) => (value: string | undefined) =>
    setSearch(value === undefined ? {} : { [name]: value });
  return (
    <div className="filters">
      <LabelledChoice<string>
        label={say('filter.status')}
        options={[
          [SUPERVISED, say('filter.supervised')],
          ...STATUSES.map((each) => [each, read(STATUS_NAMES[each] ?? { zh: each, en: each })] as const),
        ]}
        value={search.get('status') ?? undefined}
        none={say('filter.all')}
        onChange={choose('status')}
      />
      <LabelledChoice<string>
        label={say('filter.agency')}
        options={(agencies.data?.body.items ?? []).map(({ agencyId, name }) => [agencyId, name] as const)}
        value={search.get('agency') ?? undefined}
        none={say('filter.all')}
        onChange={choose('agency')}
      />
    </div>
  );
};

const useColumns = (): readonly Column<Card>[] => {
  const { say, read } = useSpeech(TASKS);
  return [
    {
      title: say('column.mission'),
      cell: ({ taskId, mission, exercise, supervised }) => (
        <>
          <ExerciseMark exercise={exercise} /> <Link to={`/tasks/${taskId}`}>{mission}</Link>{' '}
          {supervised && <Tag tone="bad">{say('supervised')}</Tag>} <ChangedMark id={taskId} />
        </>
      ),
    },
    { title: say('column.incident'), width: '14rem', cell: ({ incident }) => incident.title },
    {
      title: say('column.status'),
      width: '9rem',
      cell: ({ status }) => <Status status={status} tone={TASK_TONES[status]} />,
    },
    { title: say('column.step'), width: '6rem', cell: ({ workOrderStep }) => read(WORK_ORDER_STEPS[workOrderStep]) },
    { title: say('column.quantity'), width: '6rem', cell: ({ quantity, unit }) => `${quantity} ${unit}` },
    { title: say('column.needed'), width: '9rem', cell: ({ neededBy }) => <Moment at={neededBy} /> },
  ];
};
