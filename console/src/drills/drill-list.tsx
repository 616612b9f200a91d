import type { ReactNode } from 'react';
import { Link, useSearchParams } from 'react-router';
import type * as z from 'zod';
import type { DrillCardSchema } from '../../../shared/domain/drill/drill-listings.ts';
import { DRILL_STATUSES, type DrillState } from '../../../shared/domain/drill/drill-state.ts';
import { drillRoutes } from '../../../shared/http/routes/drills.ts';
import { cityName } from '../../../shared/reference/cities.ts';
import { useMay } from '../api/use-api.ts';
import { usePages } from '../api/use-pages.ts';
import { useSpeech } from '../i18n/language.ts';
import { type Column, EntryTable } from '../parts/entry-table.tsx';
import { LabelledChoice } from '../parts/labelled-choice.tsx';
import { LinkButton } from '../parts/link-button.tsx';
import { ChangedMark, ExerciseMark, Status, Tag, type Tone } from '../parts/marks.tsx';
import { Moment } from '../parts/moment.tsx';
import { Screen } from '../parts/screen.tsx';
import { DRILLS } from './drills-words.ts';

type Card = z.infer<typeof DrillCardSchema>;
type DrillStatus = DrillState['status'];

const TONES: Readonly<Partial<Record<DrillStatus, Tone>>> = {
  running: 'good',
  paused: 'waiting',
  planned: 'waiting',
  invited: 'waiting',
};

/** How a drill stands. */
export const DrillStatusMark = ({ status }: { readonly status: DrillStatus }): ReactNode => {
  const tone = TONES[status];
  return <Status status={status} {...(tone === undefined ? {} : { tone })} />;
};

const useColumns = (): readonly Column<Card>[] => {
  const { say, read } = useSpeech(DRILLS);
  return [
    {
      title: say('column.title'),
      cell: ({ drillId, title, removed }) => (
        <>
          <ExerciseMark exercise /> <Link to={`/drills/${drillId}`}>{title}</Link>{' '}
          {removed && <Tag>{say('removed')}</Tag>} <ChangedMark id={drillId} />
        </>
      ),
    },
    { title: say('column.status'), width: '9rem', cell: ({ status }) => <DrillStatusMark status={status} /> },
    {
      title: say('column.host'),
      width: '8rem',
      cell: ({ host }) => (host === undefined ? say('host.own') : read(cityName(host))),
    },
    {
      title: say('column.participants'),
      width: '12rem',
      cell: ({ participants }) => participants.map((city) => read(cityName(city))).join(say('and')),
    },
    { title: say('column.at'), width: '9rem', cell: ({ startedAt, at }) => <Moment at={startedAt ?? at} /> },
    {
      title: say('column.score'),
      width: '8rem',
      cell: ({ score }) => score && say('score', { points: score.points, maximum: score.maximum }),
    },
  ];
};

/** The drills of this city, and those it was invited to. */
export const DrillList = (): ReactNode => {
  const { say, read } = useSpeech(DRILLS);
  const may = useMay();
  const [search, setSearch] = useSearchParams();
  const columns = useColumns();
  const statuses = Object.entries(DRILL_STATUSES).map(([status, name]) => [status as DrillStatus, read(name)] as const);
  const status = statuses.find(([one]) => one === search.get('status'))?.[0];
  const drills = usePages(drillRoutes.listDrills, { query: status === undefined ? {} : { status } });
  return (
    <Screen
      title={say('title')}
      actions={
        may(drillRoutes.planDrill) && (
          <LinkButton to="/drills/new" primary>
            {say('plan.title')}
          </LinkButton>
        )
      }
    >
      <div className="filters">
        <LabelledChoice
          label={say('list.status')}
          none={say('list.any-status')}
          value={status}
          options={statuses}
          onChange={(value) => setSearch(value === undefined ? {} : { status: value })}
        />
      </div>
      <EntryTable label={say('list.label')} pages={drills} columns={columns} rowKey={({ drillId }) => drillId} />
    </Screen>
  );
};
