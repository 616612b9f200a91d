import type * as z from 'zod';
import { EventRowSchema } from './rows.ts';
import type { Key, Store } from './store.ts';

type EventRow = z.infer<typeof EventRowSchema>;

/**
 * Reads rows of ledgers by their keys, up to 100 of them: one BatchGetItem.
 * @returns them in the order of the keys, each once; those that are not there are left out.
 */
export const eventRows = async (store: Pick<Store, 'getMany'>, keys: readonly Key[]): Promise<readonly EventRow[]> => {
  const places = new Map(keys.map((key) => [`${key.pk}\n${key.sk}`, key]));
  if (places.size === 0) return [];
  const items = await store.getMany([...places.values()]);
  const found = new Map(items.map((item) => [`${item.pk}\n${item.sk}`, EventRowSchema.parse(item)]));
  return [...places.keys()].flatMap((place) => found.get(place) ?? []);
};
