import type { SourcingPlan } from '../../../shared/domain/sourcing/sourcing-plan.ts';

/** A candidate of a plan, for one of its items. */
interface Candidate {
  readonly itemId: string;
  readonly id: string;
}

/** What a person would rather not take of what a plan chose; all else is taken, also when the plan is made anew. */
export type Left = readonly Candidate[];

const isSame =
  (itemId: string, id: string) =>
  (pick: Candidate): boolean =>
    pick.itemId === itemId && pick.id === id;

/** @returns whether a chosen candidate is taken. */
export const isTaken = (left: Left, itemId: string, id: string): boolean => !left.some(isSame(itemId, id));

/** @returns what is left out once somebody has changed their mind about one candidate. */
export const toggled = (left: Left, itemId: string, id: string): Left =>
  isTaken(left, itemId, id) ? [...left, { itemId, id }] : left.filter((pick) => !isSame(itemId, id)(pick));

type Chosen = Candidate & SourcingPlan['items'][number]['chosen'][number];

/** @returns what is taken of a plan, and whether that is all it chose. */
export const takenOf = (
  { items }: Pick<SourcingPlan, 'items'>,
  left: Left,
): { readonly taken: readonly Chosen[]; readonly isAll: boolean } => {
  const all = items.flatMap(({ itemId, chosen }) => chosen.map((choice) => ({ itemId, ...choice })));
  const taken = all.filter(({ itemId, id }) => isTaken(left, itemId, id));
  return { taken, isAll: taken.length === all.length };
};
