import type * as z from 'zod';
import { keys } from '../../shared/data/table.ts';
import { IncidentCardSchema, incidentNearList } from '../../shared/domain/incident/incident-listings.ts';
import { nearRanges } from '../../shared/domain/lookup/near-list.ts';
import { type Likeness, likeness, type Reach, type Sighting } from '../../shared/domain/work-order/likeness.ts';
import { type Like, type WorkOrderEntry, withoutNumbers } from '../../shared/domain/work-order/work-order-details.ts';
import { WorkOrderCardSchema, workOrderNearList } from '../../shared/domain/work-order/work-order-listings.ts';
import type { Cell } from '../../shared/lambda/cell.ts';

/** What may be the same thing as a work order, and why. */
export type Alike = Like & Pick<Likeness, 'reasons'>;

/** Rows of one stretch of a list that are looked at. */
const LOOKED_AT = 100;
/** Of so many, the likeliest, people are told. */
const MOST_ALIKE = 20;

type Reported = Pick<WorkOrderEntry, 'hazard' | 'position' | 'occurredAt' | 'description' | 'exercise'>;

const cardsNear = async <T>(
  { store }: Pick<Cell, 'store'>,
  list: string,
  card: z.ZodType<T>,
  { position }: Reported,
  { metres }: Reach,
): Promise<readonly T[]> => {
  const pages = await Promise.all(
    nearRanges(position, metres / 1000).map((between) =>
      store.query({ pk: keys.listing(list, '').pk, limit: LOOKED_AT, between }),
    ),
  );
  return pages.flatMap(({ items }) => items.map((item) => card.parse(item.card)));
};

/**
 * @returns what is on hand of the same kind within the reach, the likeliest first: at most nine Queries in each of two lists that are
 * ordered by place, whatever has been reported elsewhere.
 */
export const findAlike = async (
  cell: Pick<Cell, 'store'>,
  order: Reported & { readonly id: string },
  reach: Reach,
): Promise<readonly Alike[]> => {
  const { id, hazard, exercise } = order;
  const [orders, incidents] = await Promise.all([
    cardsNear(cell, workOrderNearList(hazard, exercise), WorkOrderCardSchema, order, reach),
    cardsNear(cell, incidentNearList(hazard, exercise), IncidentCardSchema, order, reach),
  ]);
  const self: Sighting = { ...order, text: withoutNumbers(order.description) };
  const alike = (found: Pick<Like, 'kind' | 'id' | 'name'>, sighting: Sighting): readonly Alike[] => {
    const like = likeness(self, sighting, reach);
    return like ? [{ ...found, ...like }] : [];
  };
  return [
    ...orders
      .filter(({ workOrderId }) => workOrderId !== id)
      .flatMap((card) =>
        alike({ kind: 'work-order', id: card.workOrderId, name: card.number }, { ...card, text: card.excerpt }),
      ),
    ...incidents
      .filter(({ incidentId }) => incidentId !== id)
      .flatMap((card) =>
        alike({ kind: 'incident', id: card.incidentId, name: card.title }, { ...card, text: card.title }),
      ),
  ]
    .sort((one, other) => other.score - one.score || (one.id < other.id ? -1 : 1))
    .slice(0, MOST_ALIKE);
};
