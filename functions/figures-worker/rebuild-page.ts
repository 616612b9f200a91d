import { type FigureRebuildRow, FigureRebuildRowSchema } from '../../shared/data/figures/figure-rows.ts';
import { refigureFromLedger } from '../../shared/data/figures/refigure.ts';
import type { FigureCity } from '../../shared/data/figures/write-parts.ts';
import type { Reference } from '../../shared/data/loaded.ts';
import { TransactionCancelled } from '../../shared/data/store.ts';
import { keys } from '../../shared/data/table.ts';
import { deploymentList } from '../../shared/domain/deployment/deployment-listings.ts';
import type { FiguredKind } from '../../shared/domain/figures/figures-of.ts';
import { receivedRequestList } from '../../shared/domain/received-request/received-request-listings.ts';
import { ReceivedRequestStatusSchema } from '../../shared/domain/received-request/received-request-state.ts';
import { requestList } from '../../shared/domain/request/request-listings.ts';
import { taskList } from '../../shared/domain/task/task-listings.ts';
import type { RowNote } from '../../shared/lambda/row-queue.ts';

/** Aggregates of one page: some thirty operations each. */
const TOGETHER = 20;

/** The lists that between them hold everything that is figured; `sort` ends with its id. */
const LISTS: readonly { readonly kind: FiguredKind; readonly list: string }[] = [
  { kind: 'request', list: requestList({}) },
  { kind: 'task', list: taskList({}) },
  { kind: 'deployment', list: deploymentList({}) },
  ...ReceivedRequestStatusSchema.options.map((status) => ({
    kind: 'received-request' as const,
    list: receivedRequestList({ status }),
  })),
];

const idIn = (sort: string): string => sort.slice(sort.lastIndexOf('#') + 1);

/** Says that the next page is to be done; whoever did this page before may have said so already. */
const bringNext = async (
  { store, newId }: FigureCity,
  row: FigureRebuildRow,
  next: Pick<FigureRebuildRow, 'list' | 'after'>,
) => {
  const { after: _, ...rest } = row;
  const page = row.page + 1;
  const item: FigureRebuildRow = { ...rest, ...keys.figureRebuild(row.rebuildId, page), ...next, page };
  try {
    await store.transact([{ kind: 'put', item, condition: { kind: 'absent' } }], newId());
  } catch (error) {
    if (!(error instanceof TransactionCancelled && error.reasons[0] === 'condition')) throw error;
  }
};

/** Counts a page of aggregates anew, from their ledgers, and brings the next: one Query of a list, and what each of them takes. */
export const rebuildPage = async (city: FigureCity, note: RowNote): Promise<void> => {
  const item = await city.store.get(note);
  if (!item) return;
  const row = FigureRebuildRowSchema.parse(item);
  const here = LISTS[row.list];
  if (!here) return;
  const { pk } = keys.listing(here.list, '');
  const page = await city.store.query({
    pk,
    limit: TOGETHER,
    ...(row.after === undefined ? {} : { after: row.after }),
  });
  for (const { sk } of page.items) {
    const reference: Reference = { kind: here.kind, id: idIn(sk) };
    await refigureFromLedger(city, reference);
  }
  const next = page.next === undefined ? { list: row.list + 1 } : { list: row.list, after: page.next };
  if (LISTS[next.list]) await bringNext(city, row, next);
};
