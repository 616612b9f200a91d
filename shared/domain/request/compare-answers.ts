import * as z from 'zod';
import { CityCodeSchema } from '../kernel/city-code.ts';
import { InstantSchema } from '../kernel/instant.ts';
import { TextSchema } from '../kernel/text.ts';
import { ItemQuantitiesSchema, quantitiesOf } from './bookkeeping.ts';
import { byCriteria } from './comparison-criteria.ts';
import { reasonsFor } from './comparison-reasons.ts';
import { measure, OfferMeasuresSchema } from './offer-measures.ts';
import type { Placement } from './placement.ts';
import { RequestItemSchema } from './request-item.ts';
import type { EngagedRequest } from './request-state.ts';

/** The answers to one item side by side. */
export const ItemComparisonSchema = z
  .strictObject({
    item: RequestItemSchema,
    quantities: ItemQuantitiesSchema,
    /** Best first. */
    offers: z.array(OfferMeasuresSchema.extend({ rank: z.int().positive(), reasons: z.array(TextSchema) })),
    declined: z.array(z.strictObject({ city: CityCodeSchema, reason: z.string() })),
    /** Partners that have not answered it; `lapsed` when their time is up. */
    unanswered: z.array(z.strictObject({ city: CityCodeSchema, replyBy: InstantSchema, lapsed: z.boolean() })),
  })
  .meta({ id: 'ItemComparison' });
export type ItemComparison = z.infer<typeof ItemComparisonSchema>;

/** @returns the answers to every item side by side, ranked, each with the reasons for its place. Pure. */
export const compareAnswers = (
  state: Pick<EngagedRequest, 'items' | 'placements' | 'requisitions' | 'ownHelp'>,
): readonly ItemComparison[] =>
  state.items.map((item) => {
    const offers = state.placements.flatMap((placement) => measure(state, item, placement) ?? []).sort(byCriteria);
    const answerOf = ({ answers }: Placement) => answers.find(({ answer }) => answer.itemId === item.itemId)?.answer;
    return {
      item,
      quantities: quantitiesOf(state, item),
      offers: offers.map((offer, index) => ({ rank: index + 1, ...offer, reasons: reasonsFor(offer) })),
      declined: state.placements.flatMap((placement) => {
        const answer = answerOf(placement);
        return answer?.response === 'decline' ? [{ city: placement.city, reason: answer.reason }] : [];
      }),
      unanswered: state.placements
        .filter((placement) => ['awaiting', 'lapsed'].includes(placement.status) && !answerOf(placement))
        .map(({ city, replyBy, status }) => ({ city, replyBy, lapsed: status === 'lapsed' })),
    };
  });
