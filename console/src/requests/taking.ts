import { amountOf, type Named, namedIds, thoseOf } from '../../../shared/domain/request/answer.ts';
import type { Funding } from '../../../shared/domain/request/requisition.ts';
import { COST_CATEGORIES, type Costs } from '../../../shared/domain/vocabulary/costs.ts';

/** What is entered before a requisition is signed. */
export interface TakingValues {
  readonly teamIds?: readonly string[] | undefined;
  readonly stockIds?: readonly string[] | undefined;
  readonly costs: { readonly [C in keyof Costs]?: Costs[C] | undefined };
  readonly funding: { readonly fundCode?: string | undefined; readonly fundingInfo?: string | undefined };
  readonly reason?: string | undefined;
  readonly evenIfMoreThanNeeded?: boolean | undefined;
  readonly evenIfOverCeiling?: boolean | undefined;
}

/** Teams or lots of one requisition: what one transaction at the partner can commit. */
const MOST_NAMED = 5;

/**
 * @returns what to propose taking of an offer: all of it, as far as it is still needed and goes into one requisition. Lots are taken whole.
 * @param open teams, or units of goods, that are still missing.
 */
export const proposed = (offer: Named, open: number): Required<Pick<TakingValues, 'teamIds' | 'stockIds'>> => {
  const taken: string[] = [];
  for (const id of namedIds(offer)) {
    const isEnough = amountOf(thoseOf(offer, taken)) >= open;
    if (!isEnough && taken.length < MOST_NAMED) taken.push(id);
  }
  const { teams, lots } = thoseOf(offer, taken);
  return { teamIds: teams.map(({ teamId }) => teamId), stockIds: lots.map(({ stockId }) => stockId) };
};

/** @returns the costs without what was left empty. */
export const costsTyped = (costs: TakingValues['costs'] = {}): Costs =>
  Object.fromEntries(
    COST_CATEGORIES.flatMap((category) => {
      const fen = costs[category];
      return fen === undefined || fen === null ? [] : [[category, fen]];
    }),
  );

/** @returns the funding without what was left empty; saying nothing of it is for the API to refuse. */
export const fundingTyped = ({ fundCode = '', fundingInfo = '' }: TakingValues['funding'] = {}): Funding => ({
  ...(fundCode.trim() === '' ? {} : { fundCode: fundCode.trim() }),
  ...(fundingInfo.trim() === '' ? {} : { fundingInfo: fundingInfo.trim() }),
});

/** @returns the ids of all that is taken. */
export const takenIds = ({ teamIds = [], stockIds = [] }: TakingValues): readonly string[] => [...teamIds, ...stockIds];

/** @returns what a taking says, whatever it is taken of. */
export const takingTyped = (values: TakingValues) => ({
  costs: costsTyped(values.costs),
  funding: fundingTyped(values.funding),
  reason: values.reason ?? '',
  evenIfMoreThanNeeded: values.evenIfMoreThanNeeded ?? false,
  evenIfOverCeiling: values.evenIfOverCeiling ?? false,
});
