import Select from 'antd/es/select';
import type { ReactNode } from 'react';
import { useSearchParams } from 'react-router';
import type * as z from 'zod';
import type { CityCode } from '../../../shared/domain/kernel/city-code.ts';
import type { ReceivedRequestCardSchema } from '../../../shared/domain/received-request/received-request-listings.ts';
import type { ReceivedRequestStatus } from '../../../shared/domain/received-request/received-request-state.ts';
import { receivedRequestRoutes } from '../../../shared/http/routes/received-requests.ts';
import { CITIES, cityName } from '../../../shared/reference/cities.ts';
import { STATUS_NAMES } from '../../../shared/reference/statuses.ts';
import { useDesk } from '../api/use-api.ts';
import { usePages } from '../api/use-pages.ts';
import { useSpeech } from '../i18n/language.ts';
import { Countdown } from '../parts/countdown.tsx';
import { EntryTable } from '../parts/entry-table.tsx';
import { useItemInShort } from '../parts/item-in-short.tsx';
import { ChangedMark, ExerciseMark, Status, Tag } from '../parts/marks.tsx';
import { Moment } from '../parts/moment.tsx';
import { Screen } from '../parts/screen.tsx';
import { SubjectLink } from '../parts/subject-link.tsx';
import { isGoingOn } from './received-acts.ts';
import { RECEIVED } from './received-words.ts';
import './received.css';

type Card = z.infer<typeof ReceivedRequestCardSchema>;

/** In the order in which a request goes through them. */
const STATUSES: readonly ReceivedRequestStatus[] = [
  'received',
  'answered',
  'requisitioned',
  'committed',
  'concluded',
  'lapsed',
  'cancelled',
  'archived',
];

/** The requests that partners have placed with this city, nearest deadline first; narrowed by status or by city. */
export const ReceivedList = (): ReactNode => {
  const { say } = useSpeech(RECEIVED);
  const [search, setSearch] = useSearchParams();
  const status = STATUSES.find((each) => each === search.get('status'));
  const city = search.get('city') ?? undefined;
  const pages = usePages(receivedRequestRoutes.listReceivedRequests, {
    query: { ...(status === undefined ? {} : { status }), ...(city === undefined ? {} : { city }) },
  });
  return (
    <Screen title={say('title')}>
      <Filters status={status} city={city} onChange={setSearch} />
      <EntryTable<Card>
        label={say('list.label')}
        pages={pages}
        rowKey={({ requestId }) => requestId}
        columns={[
          { title: say('column.request'), cell: (card) => <Subject card={card} /> },
          { title: say('column.from'), width: '8rem', cell: ({ from }) => <City code={from} /> },
          { title: say('column.status'), width: '8rem', cell: (card) => <Status status={card.status} /> },
          { title: say('column.waiting'), width: '10rem', cell: (card) => <Waiting card={card} /> },
          { title: say('column.clock'), width: '11rem', cell: (card) => <Clock card={card} /> },
        ]}
      />
    </Screen>
  );
};

interface FiltersProps {
  readonly status: ReceivedRequestStatus | undefined;
  readonly city: CityCode | undefined;
  readonly onChange: (search: Record<string, string>) => void;
}

const Filters = ({ status, city, onChange }: FiltersProps): ReactNode => {
  const { say, read } = useSpeech(RECEIVED);
  const own = useDesk().city.code;
  return (
    <div className="filters">
      <Select<string>
        aria-label={say('filter.status')}
        className="filter"
        value={status ?? ''}
        options={[
          { value: '', label: say('filter.open') },
          ...STATUSES.map((value) => ({ value, label: read(STATUS_NAMES[value] ?? { zh: value, en: value }) })),
        ]}
        onChange={(value) => onChange(value === '' ? {} : { status: value })}
      />
      <Select<string>
        aria-label={say('filter.city')}
        className="filter"
        value={city ?? ''}
        options={[
          { value: '', label: say('filter.any') },
          ...CITIES.filter(({ code }) => code !== own).map(({ code, name }) => ({ value: code, label: read(name) })),
        ]}
        onChange={(value) => onChange(value === '' ? {} : { city: value })}
      />
    </div>
  );
};

const City = ({ code }: { readonly code: CityCode }): ReactNode => useSpeech(RECEIVED).read(cityName(code));

const Subject = ({ card }: { readonly card: Card }): ReactNode => {
  const itemInShort = useItemInShort();
  const { requestId, incident, items, exercise } = card;
  return (
    <>
      <SubjectLink kind="received-request" id={requestId}>
        {incident.title}
      </SubjectLink>{' '}
      <ExerciseMark exercise={exercise} /> <ChangedMark id={requestId} />
      <ul className="in-short muted">
        {items.map((item) => (
          <li key={item.itemId}>{itemInShort(item)}</li>
        ))}
      </ul>
    </>
  );
};

const Waiting = ({ card: { unanswered, uncommitted } }: { readonly card: Card }): ReactNode => {
  const { say } = useSpeech(RECEIVED);
  if (unanswered + uncommitted === 0) return <span className="muted">{say('nothing-waits')}</span>;
  return (
    <>
      {unanswered > 0 && <Tag tone="waiting">{say('unanswered', { count: unanswered })}</Tag>}
      {uncommitted > 0 && <Tag tone="waiting">{say('uncommitted', { count: uncommitted })}</Tag>}
    </>
  );
};

const Clock = ({ card }: { readonly card: Card }): ReactNode =>
  isGoingOn(card) && card.unanswered > 0 ? <Countdown due={card.replyBy} /> : <Moment at={card.replyBy} />;
