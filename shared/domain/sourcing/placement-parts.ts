import * as z from 'zod';
import { CityCodeSchema } from '../kernel/city-code.ts';
import type { Choice, SourcingPlan } from './sourcing-plan.ts';

/** One thing that placing a plan does. Its id is drawn beforehand, so that a repeat finds what was done. */
export const PlacementPartSchema = z
  .discriminatedUnion('type', [
    /** The request goes to a partner, which is asked for all items. */
    z.strictObject({ type: z.literal('partner'), city: CityCodeSchema, agreementId: z.uuid() }),
    z.strictObject({ type: z.literal('own'), itemId: z.uuid(), teamId: z.uuid(), deploymentId: z.uuid() }),
    z.strictObject({
      type: z.literal('stock'),
      ...{ itemId: z.uuid(), stockId: z.uuid(), deploymentId: z.uuid() },
      /** Units. */
      quantity: z.int().min(1),
    }),
    z.strictObject({ type: z.literal('agency'), itemId: z.uuid(), agencyId: z.uuid(), taskId: z.uuid() }),
  ])
  .meta({ id: 'PlacementPart' });
export type PlacementPart = z.infer<typeof PlacementPartSchema>;
export type PartOf<T extends PlacementPart['type']> = Extract<PlacementPart, { type: T }>;

/** A candidate that is to be placed, of those that a plan chose. */
export interface Picked {
  readonly itemId: string;
  readonly id: string;
}

/** @returns the parts of a plan that are placed: all, or those that were picked. Each partner once. */
export const partsOf = (
  { items }: SourcingPlan,
  picked: readonly Picked[] | undefined,
  newId: () => string,
): readonly PlacementPart[] => {
  const isPicked = (itemId: string, { id }: Choice): boolean =>
    picked === undefined || picked.some((pick) => pick.itemId === itemId && pick.id === id);
  const parts: PlacementPart[] = [];
  for (const { itemId, chosen } of items)
    for (const choice of chosen.filter((each) => isPicked(itemId, each))) {
      const { source, id, quantity } = choice;
      if (source.type === 'own') parts.push({ type: 'own', itemId, teamId: id, deploymentId: newId() });
      else if (source.type === 'stock')
        parts.push({ type: 'stock', itemId, stockId: id, quantity, deploymentId: newId() });
      else if (source.type === 'agency') parts.push({ type: 'agency', itemId, agencyId: id, taskId: newId() });
      else if (!parts.some((part) => part.type === 'partner' && part.city === source.city)) parts.push(source);
    }
  return parts;
};

/** Rows that the transaction of a part writes, at most, in a drill as well; the request itself, its lists and deadlines, and the kept answer besides. */
const WRITES: Readonly<Record<PlacementPart['type'], number>> = { partner: 3, own: 17, stock: 21, agency: 16 };
const WRITES_OF_REQUEST = 15;
const WRITES_AT_ONCE = 100;

/**
 * @returns the parts in groups, each of which one transaction holds: mostly one. Partners come first, since they take longest to answer.
 */
export const transactionsOf = (parts: readonly PlacementPart[]): readonly (readonly PlacementPart[])[] => {
  const groups: PlacementPart[][] = [];
  let room = 0;
  const ordered = [
    ...parts.filter(({ type }) => type === 'partner'),
    ...parts.filter(({ type }) => type !== 'partner'),
  ];
  for (const part of ordered) {
    if (WRITES[part.type] > room) {
      groups.push([]);
      room = WRITES_AT_ONCE - WRITES_OF_REQUEST;
    }
    groups.at(-1)?.push(part);
    room -= WRITES[part.type];
  }
  return groups;
};
