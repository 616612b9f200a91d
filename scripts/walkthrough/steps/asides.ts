import type { CityCode } from '../../../shared/domain/kernel/city-code.ts';
import { DAY_MS, type Instant, plus } from '../../../shared/domain/kernel/instant.ts';
import type { TeamDraft } from '../../../shared/domain/request/request-item.ts';
import { offerRoutes } from '../../../shared/http/routes/offers.ts';
import { questionRoutes } from '../../../shared/http/routes/questions.ts';
import type { OfferView } from '../../../shared/http/views/offer.ts';
import type { QuestionView } from '../../../shared/http/views/question.ts';
import type { Desk } from '../desks.ts';
import { eventually } from '../eventually.ts';

/** Offers water-rescue teams unasked to the partner of an agreement, for two days. */
export const makeOffer = async (
  desk: Desk,
  city: CityCode,
  agreementId: string,
  teamIds: readonly string[],
  now: Instant,
): Promise<OfferView> => {
  const costs = { personnel: 900_000, travel: 250_000 };
  const body = {
    agreementId,
    subject: { hazard: 'flood' as const, description: '获悉贵市汛情，愿派队支援（演示）' },
    resources: [
      { kind: 'water-rescue' as const, level: 2 as const, quantity: teamIds.length, costs, teamIds: [...teamIds] },
    ],
    availableFrom: now,
    availableUntil: plus(now, 2 * DAY_MS),
  };
  return (await desk('coordinator', city).call(offerRoutes.makeOffer, { body })).body;
};

/** Waits until an offer is there, and so, at a city. */
export const offerWhere = (
  desk: Desk,
  city: CityCode,
  offerId: string,
  fits: (offer: OfferView) => boolean = () => true,
): Promise<OfferView> =>
  eventually(
    async () => {
      const { body } = await desk('duty-officer', city).call(offerRoutes.readOffer, { params: { offerId } });
      return fits(body) && body;
    },
    { what: `offer ${offerId} in ${city}` },
  );

/** Asks the partner of an agreement what an item would cost. */
export const quoteAsked = async (
  desk: Desk,
  city: CityCode,
  agreementId: string,
  { kind, level, quantity, mission, neededBy, neededUntil, reportingPoint }: TeamDraft,
): Promise<QuestionView> => {
  const items = [{ kind, level, quantity, mission, neededBy, neededUntil, reportingPoint }];
  const body = { kind: 'quote' as const, agreementId, items };
  return (await desk('coordinator', city).call(questionRoutes.askQuestion, { body })).body;
};

/** Asks the partner of an agreement something in words. */
export const informationAsked = async (
  desk: Desk,
  city: CityCode,
  agreementId: string,
  text: string,
): Promise<QuestionView> => {
  const body = { kind: 'information' as const, agreementId, text };
  return (await desk('duty-officer', city).call(questionRoutes.askQuestion, { body })).body;
};

/** Waits until a question is there, and so, at a city. */
export const questionWhere = (
  desk: Desk,
  city: CityCode,
  questionId: string,
  fits: (question: QuestionView) => boolean = () => true,
): Promise<QuestionView> =>
  eventually(
    async () => {
      const { body } = await desk('duty-officer', city).call(questionRoutes.readQuestion, { params: { questionId } });
      return fits(body) && body;
    },
    { what: `question ${questionId} in ${city}` },
  );
