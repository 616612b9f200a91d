import Checkbox from 'antd/es/checkbox';
import type { ReactNode } from 'react';
import { useSearchParams } from 'react-router';
import type * as z from 'zod';
import type { ConfirmedCardSchema } from '../../../shared/domain/registry/upkeep.ts';
import { type ExpiringEntry, registryUpkeepRoutes } from '../../../shared/http/routes/registry-upkeep.ts';
import { AGGREGATE_KIND_NAMES } from '../../../shared/reference/aggregate-kinds.ts';
import { usePages } from '../api/use-pages.ts';
import { useSpeech } from '../i18n/language.ts';
import { Choice } from '../parts/choice.tsx';
import { EntryTable } from '../parts/entry-table.tsx';
import { Tag } from '../parts/marks.tsx';
import { Moment } from '../parts/moment.tsx';
import { Panel, Screen } from '../parts/screen.tsx';
import { SubjectLink } from '../parts/subject-link.tsx';
import { UPKEEP } from './upkeep-words.ts';
import './registry.css';

type Stale = z.infer<typeof ConfirmedCardSchema>;
type Named = Pick<Stale, 'kind' | 'id' | 'name'>;

/** Days within which something may end that is asked about. */
const DAYS = ['30', '60', '90', '180', '365'] as const;
const USUAL_DAYS = '60';

const useNaming = () => {
  const { say, read } = useSpeech(UPKEEP);
  return [
    {
      title: say('column.entry'),
      cell: ({ kind, id, name }: Named) => (
        <SubjectLink kind={kind} id={id}>
          {name}
        </SubjectLink>
      ),
    },
    { title: say('column.kind'), width: '8rem', cell: ({ kind }: Named) => read(AGGREGATE_KIND_NAMES[kind]) },
  ];
};

const Expiring = (): ReactNode => {
  const { say } = useSpeech(UPKEEP);
  const naming = useNaming();
  const [search, setSearch] = useSearchParams();
  const days = DAYS.find((each) => each === search.get('days')) ?? USUAL_DAYS;
  const ended = search.get('ended') === 'true';
  const expiring = usePages(registryUpkeepRoutes.listExpiringEntries, {
    query: { withinDays: days, ...(ended ? { ended: 'true' as const } : {}) },
  });
  const look = (changed: { readonly days?: string; readonly ended?: boolean }): void =>
    setSearch(
      { days: changed.days ?? days, ...((changed.ended ?? ended) ? { ended: 'true' } : {}) },
      { replace: true },
    );
  const columns = [
    ...naming,
    { title: say('column.what'), width: '9rem', cell: ({ what }: ExpiringEntry) => say(what) },
    {
      title: say('column.ends'),
      width: '16rem',
      cell: (entry: ExpiringEntry) => (
        <>
          <Tag tone={entry.ended ? 'bad' : 'waiting'}>{say(entry.ended ? 'has.ended' : 'will.end')}</Tag>{' '}
          <Moment at={entry.endsAt} relative />
        </>
      ),
    },
  ];
  return (
    <Panel title={say('expiring')}>
      <div className="filters">
        <span className="registry-filter">
          <label htmlFor="upkeep-days">{say('within')}</label>
          <Choice
            id="upkeep-days"
            options={DAYS.map((each) => [each, say('days', { days: each })] as const)}
            value={days}
            onChange={(chosen) => look({ days: chosen ?? USUAL_DAYS })}
          />
        </span>
        <Checkbox checked={ended} onChange={({ target }) => look({ ended: target.checked })}>
          {say('ended')}
        </Checkbox>
      </div>
      <EntryTable
        label={say('expiring')}
        pages={expiring}
        columns={columns}
        rowKey={({ kind, id, what }) => [kind, id, what].join(' ')}
        fetchOnScroll
      />
    </Panel>
  );
};

const NotConfirmed = (): ReactNode => {
  const { say } = useSpeech(UPKEEP);
  const naming = useNaming();
  const stale = usePages(registryUpkeepRoutes.listStaleEntries, {});
  const columns = [
    ...naming,
    {
      title: say('column.confirmed'),
      width: '16rem',
      cell: ({ confirmedAt }: Stale) => <Moment at={confirmedAt} relative />,
    },
  ];
  return (
    <Panel title={say('stale')}>
      <EntryTable
        label={say('stale')}
        pages={stale}
        columns={columns}
        rowKey={({ kind, id }) => `${kind} ${id}`}
        fetchOnScroll
      />
    </Panel>
  );
};

/** What must be seen to so that the registry stays true: what ends, and what nobody has confirmed for long. */
export const UpkeepScreen = (): ReactNode => {
  const { say } = useSpeech(UPKEEP);
  return (
    <Screen title={say('title')}>
      <Expiring />
      <NotConfirmed />
    </Screen>
  );
};
