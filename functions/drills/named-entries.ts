import * as z from 'zod';
import { keys } from '../../shared/data/table.ts';
import { naturalKey, naturalKeyList } from '../../shared/domain/registry/natural-key.ts';
import type { Cell } from '../../shared/lambda/cell.ts';

const CardSchema = z.looseObject({ id: z.uuid() });

type ReadingCell = Pick<Cell, 'store'>;

/** @returns the id of the agency of that name, if the registry has one. */
export const agencyNamed = async ({ store }: ReadingCell, name: string): Promise<string | undefined> => {
  const row = await store.get(keys.listing(naturalKeyList('agency'), naturalKey(name)));
  return row && CardSchema.parse(row.card).id;
};

/** @returns the id of a plan on file of that title, whoever's it is; the first owner's if several have one. */
export const planTitled = async ({ store }: ReadingCell, title: string): Promise<string | undefined> => {
  const beginning = naturalKey(title, '');
  const { items } = await store.query({
    pk: keys.listing(naturalKeyList('plan'), '').pk,
    between: [beginning, `${beginning}\u{10FFFF}`],
    limit: 1,
  });
  return items[0] && CardSchema.parse(items[0].card).id;
};
