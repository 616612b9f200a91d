import type { ReactNode } from 'react';
import { Link, useSearchParams } from 'react-router';
import { AGGREGATE_KINDS } from '../../../shared/domain/kernel/aggregate.ts';
import type { Text } from '../../../shared/domain/kernel/text.ts';
import { type FoundEntry, ledgerRoutes } from '../../../shared/http/routes/ledger.ts';
import { AGGREGATE_KIND_NAMES } from '../../../shared/reference/aggregate-kinds.ts';
import { CITIES } from '../../../shared/reference/cities.ts';
import { usePages } from '../api/use-pages.ts';
import { useSpeech } from '../i18n/language.ts';
import { Choice } from '../parts/choice.tsx';
import { type Column, EntryTable } from '../parts/entry-table.tsx';
import { ExerciseMark } from '../parts/marks.tsx';
import { Moment } from '../parts/moment.tsx';
import { Panel } from '../parts/screen.tsx';
import { ActorName } from './actor-name.tsx';
import { FILTERS, type Filter, queryOf, type Sought, soughtIn } from './entry-filter.ts';
import { EVENT_NAMES, eventName } from './event-name.ts';
import { LEDGER } from './ledger-words.ts';

/** Finds entries of all ledgers by day, kind, event or actor. What is looked for stands in the address. */
export const EntrySearch = (): ReactNode => {
  const { say } = useSpeech(LEDGER);
  const [search, setSearch] = useSearchParams();
  const sought = soughtIn(search);
  const found = usePages(ledgerRoutes.searchLedgers, { query: queryOf(sought) });
  const columns = useColumns();
  const seek = ({ by, value, day }: Sought): void =>
    setSearch({
      ...(by === undefined ? {} : { by }),
      ...(value === '' ? {} : { value }),
      ...(day === '' ? {} : { day }),
    });
  return (
    <Panel title={say('search.entries')}>
      <Filters sought={sought} onSeek={seek} />
      <EntryTable
        label={say('search.label')}
        pages={found}
        columns={columns}
        rowKey={({ kind, id, sequence }) => `${kind} ${id} ${sequence}`}
      />
    </Panel>
  );
};

const useColumns = (): readonly Column<FoundEntry>[] => {
  const { say, read } = useSpeech(LEDGER);
  const kindName = (kind: string): string =>
    read((AGGREGATE_KIND_NAMES as Readonly<Record<string, Text>>)[kind] ?? { zh: kind, en: kind });
  return [
    { title: say('column.at'), width: '9rem', cell: ({ at }) => <Moment at={at} /> },
    { title: say('column.event'), width: '14rem', cell: ({ type }) => read(eventName(type)) },
    {
      title: say('column.what'),
      cell: ({ kind, id, title, exercise }) => (
        <>
          <ExerciseMark exercise={exercise} />{' '}
          <Link to={`/ledger/${kind}/${id}`}>
            {kindName(kind)} {title ?? id.slice(-8)}
          </Link>
        </>
      ),
    },
    { title: say('column.actor'), width: '16rem', cell: ({ actor }) => <FoundActor actor={actor} /> },
  ];
};

const FoundActor = ({ actor }: { readonly actor: FoundEntry['actor'] }): ReactNode => {
  if (actor.kind === 'person') return <ActorName actor={{ ...actor, city: '' }} />;
  return <ActorName actor={{ kind: actor.kind, city: actor.id, messageId: '' }} />;
};

interface FiltersProps {
  readonly sought: Sought;
  readonly onSeek: (sought: Sought) => void;
}

const Filters = ({ sought, onSeek }: FiltersProps): ReactNode => {
  const { say } = useSpeech(LEDGER);
  const names = Object.keys(FILTERS) as readonly Filter[];
  return (
    <div className="filters">
      <label>
        {say('search.day')}{' '}
        <input
          type="date"
          className="instant-input"
          value={sought.day}
          onChange={({ target }) => onSeek({ ...sought, day: target.value })}
        />
      </label>
      <Choice
        aria-label={say('search.by')}
        none={say('search.by.any')}
        value={sought.by}
        options={names.map((name) => [name, say(`search.by.${name}`)])}
        onChange={(by) => onSeek({ ...sought, by, value: '' })}
      />
      <FilterValue sought={sought} onSeek={onSeek} />
    </div>
  );
};

/** What the filter asks for: chosen of what there is; of a person, the account is typed in. */
const FilterValue = ({ sought, onSeek }: FiltersProps): ReactNode => {
  const { say, read } = useSpeech(LEDGER);
  const { by, value } = sought;
  const choose = (chosen: string | undefined): void => onSeek({ ...sought, value: chosen ?? '' });
  if (by === undefined || by === 'clock') return null;
  if (by === 'person')
    return (
      <label>
        {say('search.person')}{' '}
        <input className="instant-input" value={value} onChange={({ target }) => choose(target.value)} />
      </label>
    );
  const options = {
    kind: AGGREGATE_KINDS.map((kind) => [kind, read(AGGREGATE_KIND_NAMES[kind])] as const),
    type: Object.keys(EVENT_NAMES).map((type) => [type, read(eventName(type))] as const),
    city: CITIES.map(({ code, name }) => [code, read(name)] as const),
  }[by];
  return <Choice<string> aria-label={say(`search.${by}`)} value={value} options={options} onChange={choose} />;
};
