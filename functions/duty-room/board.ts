import type * as z from 'zod';
import { keys } from '../../shared/data/table.ts';
import { DeadlineCardSchema, deadlineList } from '../../shared/domain/deadline/deadline-listings.ts';
import { HOUR_MS, type Instant, plus } from '../../shared/domain/kernel/instant.ts';
import type { BoardQuerySchema, BoardSchema } from '../../shared/http/routes/board.ts';
import { boardEntry } from '../../shared/http/views/board.ts';
import { listCards } from '../../shared/lambda/aggregate-routes.ts';
import type { DutyRoomCell } from './handler.ts';
import { readPartnerLinks } from './partner-links.ts';

type Query = z.infer<typeof BoardQuerySchema>;
type Board = z.infer<typeof BoardSchema>;
type Range = readonly [from: string, to: string];

/** Rows looked at to count: a board that is fuller than that says so. */
const COUNTED = 200;

/** Sorts before every moment. */
const EVER = '0';

const overdue = (now: Instant): Range => [EVER, now];
const coming = (now: Instant, { withinHours }: Pick<Query, 'withinHours'>): Range => [
  now,
  plus(now, withinHours * HOUR_MS),
];

const rangeOf = (now: Instant, query: Query): Range | undefined => {
  if (query.view === 'escalated') return undefined;
  if (query.view === 'overdue') return overdue(now);
  const [from, to] = coming(now, query);
  return query.view === 'due' ? [from, to] : [EVER, to];
};

const counted = async ({ store }: DutyRoomCell, list: string, between?: Range) => {
  const { pk } = keys.listing(list, '');
  const { items, next } = await store.query({ pk, limit: COUNTED, ...(between && { between }) });
  return { count: items.length, more: next !== undefined };
};

const countsOf = async (cell: DutyRoomCell, now: Instant, query: Query): Promise<Board['counts']> => {
  const exercise = query.exercise === 'true';
  const all = deadlineList({ exercise });
  const [late, due, escalated] = await Promise.all([
    counted(cell, all, overdue(now)),
    counted(cell, all, coming(now, query)),
    counted(cell, deadlineList({ exercise, escalated: true })),
  ]);
  return { overdue: late, due, escalated };
};

/** A page of the board: one Query, and with its first page three more for the counts and four for the links; each costs what it shows. */
export const readBoard = async (cell: DutyRoomCell, query: Query): Promise<Board> => {
  const now = cell.clock.now();
  const { handOff, who, view, exercise } = query;
  const list = deadlineList({ exercise: exercise === 'true', handOff, who, escalated: view === 'escalated' });
  const between = rangeOf(now, query);
  const [{ items, ...next }, counts, links] = await Promise.all([
    listCards(cell, list, query, DeadlineCardSchema, between && { between }),
    query.cursor === undefined ? countsOf(cell, now, query) : undefined,
    query.cursor === undefined ? readPartnerLinks(cell) : undefined,
  ]);
  return {
    asOf: now,
    ...(counts && { counts }),
    ...(links && { partnerLinks: links.items }),
    items: items.map((card) => boardEntry(card, now)),
    ...next,
  };
};
