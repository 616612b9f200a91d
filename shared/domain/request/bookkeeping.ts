import * as z from 'zod';
import type { CityCode } from '../kernel/city-code.ts';
import { COST_CATEGORIES, type Costs, totalCost } from '../vocabulary/costs.ts';
import { amountOf, type Named, namedIds, thoseOf } from './answer.ts';
import { dispatchedFor, taskedFor } from './own-help.ts';
import { type Placement, promiseOf } from './placement.ts';
import type { RequestItem } from './request-item.ts';
import type { EngagedRequest } from './request-state.ts';
import { committedOf } from './requisition.ts';
import { heldBy, isLive, type RequisitionRecord } from './requisition-record.ts';

/** How many teams of an item, or units of supplies, are where, each counted once in every column it has come through. */
export const ItemQuantitiesSchema = z
  .strictObject({
    itemId: z.uuid(),
    needed: z.int(),
    /** Promised by answers that can still be taken up or were. */
    answered: z.int(),
    /** Asked for by requisitions that bind. */
    requisitioned: z.int(),
    committed: z.int(),
    /** This city's own teams that were sent. */
    own: z.int(),
    /** Teams that agencies have been sent tasks for. */
    tasked: z.int(),
    /** Still to be found: what is needed less what is requisitioned, own and tasked. */
    open: z.int(),
  })
  .meta({ id: 'ItemQuantities', description: 'Teams, or units of supplies' });
export type ItemQuantities = z.infer<typeof ItemQuantitiesSchema>;

/** What the bookkeeping goes by. */
export type Engagements = Pick<EngagedRequest, 'placements' | 'requisitions' | 'ownHelp'>;
type Requisitioned = Pick<EngagedRequest, 'requisitions'>;

const recordsOf = ({ requisitions }: Requisitioned, itemId: string): readonly RequisitionRecord[] =>
  requisitions.filter(({ requisition }) => requisition.itemId === itemId);

const requisitionedFor = (state: Requisitioned, itemId: string): number =>
  recordsOf(state, itemId).reduce((sum, record) => sum + amountOf(heldBy(record)), 0);

/** @returns how much requisitions, own teams and tasks of agencies hold for an item. */
export const heldFor = (state: Pick<EngagedRequest, 'requisitions' | 'ownHelp'>, itemId: string): number =>
  requisitionedFor(state, itemId) + dispatchedFor(state.ownHelp, itemId) + taskedFor(state.ownHelp, itemId);

/** @returns what the binding requisitions of an item cost, CNY fen. */
export const costOf = (state: Requisitioned, itemId: string): number =>
  recordsOf(state, itemId)
    .filter(isLive)
    .reduce((sum, { requisition }) => sum + totalCost(requisition.costs), 0);

/** The requisitions of what one partner promised for one item by one answer. */
const takenOf = (state: Requisitioned, city: CityCode, itemId: string, messageId: string) =>
  recordsOf(state, itemId).filter((record) => record.city === city && record.precedingMessageId === messageId);

/**
 * @returns what was promised and can still be requisitioned. A team or a lot that was requisitioned once is not asked for again out
 * of the same answer, even if that came to nothing: its city has said no.
 */
export const freeOf = (state: Requisitioned, placement: Placement, itemId: string): Required<Named> => {
  const promise = promiseOf(placement, itemId);
  if (!promise) return { teams: [], lots: [] };
  const asked = takenOf(state, placement.city, itemId, promise.messageId)
    .filter(({ status }) => status !== 'cancelled')
    .flatMap(({ requisition }) => namedIds(requisition));
  const free = namedIds(promise.answer).filter((id) => !asked.includes(id));
  return thoseOf(promise.answer, free);
};

/** @returns what is left of a promise's quote once its binding requisitions are paid, CNY fen by category. */
export const quoteLeft = (state: Requisitioned, placement: Placement, itemId: string): Costs => {
  const promise = promiseOf(placement, itemId);
  const taken = promise ? takenOf(state, placement.city, itemId, promise.messageId).filter(isLive) : [];
  const left: Costs = {};
  for (const category of COST_CATEGORIES)
    left[category] = taken.reduce(
      (rest, { requisition }) => rest - (requisition.costs[category] ?? 0),
      promise?.answer.costs[category] ?? 0,
    );
  return left;
};

/** @returns the quantities of one item. */
export const quantitiesOf = (state: Engagements, item: RequestItem): ItemQuantities => {
  const { itemId, quantity: needed } = item;
  const records = recordsOf(state, itemId);
  const requisitioned = requisitionedFor(state, itemId);
  return {
    itemId,
    needed,
    answered:
      requisitioned + state.placements.reduce((sum, placement) => sum + amountOf(freeOf(state, placement, itemId)), 0),
    requisitioned,
    committed: records.reduce(
      (sum, record) => sum + (record.status === 'committed' ? amountOf(committedOf(record.commitment)) : 0),
      0,
    ),
    own: dispatchedFor(state.ownHelp, itemId),
    tasked: taskedFor(state.ownHelp, itemId),
    open: Math.max(0, needed - heldFor(state, itemId)),
  };
};

/** @returns whether an item is filled, or somebody may yet fill more of it: has promised something, or has time to answer. */
export const hasProspect = (state: Engagements, { itemId, quantity }: RequestItem): boolean =>
  heldFor(state, itemId) >= quantity ||
  state.placements.some(
    (placement) =>
      amountOf(freeOf(state, placement, itemId)) > 0 ||
      (placement.status === 'awaiting' && !placement.answers.some(({ answer }) => answer.itemId === itemId)),
  );
