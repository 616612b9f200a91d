import type { Circumstances } from '../kernel/decision.ts';
import type { Refusal } from '../kernel/refusal.ts';
import { firstRepeated } from './deciding.ts';
import type { DraftItem, RequestItem } from './request-item.ts';
import { REQUEST_REFUSALS } from './request-refusals.ts';

/** Items with ids, or why they cannot be. */
export type WrittenItems =
  | { readonly items: RequestItem[]; readonly refusal?: undefined }
  | { readonly refusal: Refusal };

/**
 * Gives new items their ids. An id that is named must be that of an item the request has: it is the same item, changed.
 * @param known the items the request has so far.
 */
export const writeItems = (
  drafts: readonly DraftItem[],
  known: readonly RequestItem[],
  { newId }: Pick<Circumstances, 'newId'>,
): WrittenItems => {
  const ids = drafts.map(({ itemId }) => itemId);
  const stranger = ids.findIndex((id) => id !== undefined && !known.some(({ itemId }) => itemId === id));
  if (stranger >= 0) {
    const parameters = { itemId: ids[stranger] ?? '' };
    return { refusal: { reason: REQUEST_REFUSALS.unknownItem, parameters, pointer: `/items/${stranger}/itemId` } };
  }
  const repeated = firstRepeated(ids.map((id, index) => id ?? index));
  if (repeated) {
    const parameters = { itemId: repeated.value };
    return {
      refusal: { reason: REQUEST_REFUSALS.sameItemTwice, parameters, pointer: `/items/${repeated.index}/itemId` },
    };
  }
  return { items: drafts.map((draft) => ({ ...draft, itemId: draft.itemId ?? newId() })) };
};
