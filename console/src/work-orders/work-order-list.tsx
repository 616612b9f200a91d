import Button from 'antd/es/button';
import Input from 'antd/es/input';
import { type ReactNode, useState } from 'react';
import { Link, useSearchParams } from 'react-router';
import { WORK_ORDER_STEPS } from '../../../shared/domain/request/work-order-step.ts';
import { HAZARDS } from '../../../shared/domain/vocabulary/hazards.ts';
import type { WorkOrderCard } from '../../../shared/domain/work-order/work-order-listings.ts';
import { workOrderRoutes } from '../../../shared/http/routes/work-orders.ts';
import { STATUS_NAMES } from '../../../shared/reference/statuses.ts';
import { useMay } from '../api/use-api.ts';
import { usePages } from '../api/use-pages.ts';
import { useSpeech } from '../i18n/language.ts';
import { Choice } from '../parts/choice.tsx';
import { type Column, EntryTable } from '../parts/entry-table.tsx';
import { ChangedMark, ExerciseMark, Tag } from '../parts/marks.tsx';
import { Moment } from '../parts/moment.tsx';
import { Screen } from '../parts/screen.tsx';
import { STATUSES, WorkOrderStatus } from './work-order-status.tsx';
import { WORK_ORDERS } from './work-orders-words.ts';
import './work-orders.css';

const useColumns = (): readonly Column<WorkOrderCard>[] => {
  const { say, read } = useSpeech(WORK_ORDERS);
  return [
    {
      title: say('column.number'),
      width: '14rem',
      cell: ({ workOrderId, number, exercise, supervised }) => (
        <>
          <ExerciseMark exercise={exercise} /> <Link to={`/work-orders/${workOrderId}`}>{number}</Link>{' '}
          {supervised && <Tag tone="bad">{say('supervised')}</Tag>} <ChangedMark id={workOrderId} />
        </>
      ),
    },
    { title: say('column.what'), cell: ({ excerpt }) => excerpt },
    { title: say('column.hazard'), width: '8rem', cell: ({ hazard }) => read(HAZARDS[hazard]) },
    { title: say('column.place'), width: '12rem', cell: ({ position }) => position.place },
    { title: say('column.received'), width: '8rem', cell: ({ receivedAt }) => <Moment at={receivedAt} /> },
    { title: say('column.step'), width: '6rem', cell: ({ workOrderStep }) => read(WORK_ORDER_STEPS[workOrderStep]) },
    { title: say('column.status'), width: '8rem', cell: ({ status }) => <WorkOrderStatus status={status} /> },
  ];
};

/** Work orders of the hotline; those that nobody has answered unless others are asked for. */
export const WorkOrderList = (): ReactNode => {
  const { say, read } = useSpeech(WORK_ORDERS);
  const may = useMay();
  const [search, setSearch] = useSearchParams({ status: 'open' });
  const [typed, setTyped] = useState(search.get('number') ?? '');
  const standings = [
    ['open', say('filter.open')] as const,
    ...STATUSES.map((status) => [status, read(STATUS_NAMES[status] ?? { zh: status, en: status })] as const),
  ];
  const number = search.get('number') ?? undefined;
  const status = standings.find(([one]) => one === search.get('status'))?.[0];
  const orders = usePages(workOrderRoutes.listWorkOrders, {
    query: { ...(number !== undefined ? { number } : status === undefined ? {} : { status }) },
  });
  return (
    <Screen
      title={say('title')}
      actions={
        may(workOrderRoutes.enterWorkOrder) && (
          <Link className="button-link" to="/work-orders/new">
            {say('to.enter')}
          </Link>
        )
      }
    >
      <form
        className="filters"
        onSubmit={(event) => {
          event.preventDefault();
          setSearch(typed === '' ? { status: 'open' } : { number: typed });
        }}
      >
        <Choice
          aria-label={say('filter.status')}
          options={standings}
          value={status}
          none={say('filter.all')}
          onChange={(one) => setSearch({ status: one ?? 'all' })}
        />
        <Input
          className="order-number"
          aria-label={say('filter.number')}
          placeholder={say('filter.number')}
          value={typed}
          onChange={({ target }) => setTyped(target.value)}
        />
        <Button htmlType="submit">{say('filter.number.go')}</Button>
      </form>
      <EntryTable
        label={say('list.label')}
        pages={orders}
        columns={useColumns()}
        rowKey={({ workOrderId }) => workOrderId}
      />
    </Screen>
  );
};
