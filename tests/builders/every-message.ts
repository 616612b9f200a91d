import { IncomingMessageRowSchema } from '../../shared/data/rows.ts';
import type { Item } from '../../shared/data/store.ts';
import { ENTITY } from '../../shared/data/table.ts';
import type { CityCode } from '../../shared/domain/kernel/city-code.ts';
import type { Envelope } from '../../shared/exchange/envelope.ts';
import type { RouteContract } from '../../shared/http/route.ts';
import { deploymentRoutes } from '../../shared/http/routes/deployments.ts';
import { offerRoutes } from '../../shared/http/routes/offers.ts';
import { questionRoutes } from '../../shared/http/routes/questions.ts';
import type { OfferView } from '../../shared/http/views/offer.ts';
import type { QuestionView } from '../../shared/http/views/question.ts';
import { LANZHOU, XINING } from './circumstances.ts';
import { commitTeam, type Neighbours, neighbours } from './neighbours.ts';
import { AVAILABLE_UNTIL } from './offer.ts';
import { quoteDetails } from './question.ts';

const ASKS = `coordinator@${XINING}`;
const HELPS = `duty-officer@${LANZHOU}`;
const reason = '另有安排';

const deploy = async ({ done, setTime }: Neighbours, deploymentId: string): Promise<void> => {
  const act = (as: string, contract: RouteContract, body: object = {}) =>
    done(as, contract, { params: { deploymentId }, body });
  setTime('2026-07-15T02:00:00.000Z');
  await done(ASKS, deploymentRoutes.askDeploymentStatus, { params: { deploymentId } });
  await act(HELPS, deploymentRoutes.reportDeployment, { status: 'departed', at: '2026-07-15T02:00:00.000Z' });
  await act(ASKS, deploymentRoutes.askExtension, { until: '2026-07-22T00:00:00.000Z', reason });
  await act(HELPS, deploymentRoutes.answerExtension, { response: 'accept' });
  await act(HELPS, deploymentRoutes.askReturn, { by: '2026-07-16T00:00:00.000Z', reason });
  await act(ASKS, deploymentRoutes.answerReturn, { response: 'decline', reason });
  await act(ASKS, deploymentRoutes.releaseTeam);
};

const offer = async ({ done }: Neighbours, agreementId: string): Promise<void> => {
  const resources = [{ kind: 'water-rescue', level: 2, quantity: 1, teamIds: [], costs: { personnel: 500_000 } }];
  const period = { availableFrom: '2026-07-15T04:00:00.000Z', availableUntil: AVAILABLE_UNTIL };
  const make = { body: { agreementId, subject: { hazard: 'flood', description: '洪水' }, resources, ...period } };
  const declined = await done<OfferView>(HELPS, offerRoutes.makeOffer, make);
  await done(ASKS, offerRoutes.declineOffer, { params: { offerId: declined.offerId }, body: { reason } });
  const withdrawn = await done<OfferView>(HELPS, offerRoutes.makeOffer, make);
  await done(HELPS, offerRoutes.withdrawOffer, { params: { offerId: withdrawn.offerId }, body: { reason } });
};

const ask = async ({ done }: Neighbours, agreementId: string): Promise<void> => {
  const information = { kind: 'information', agreementId, text: '现有冲锋舟多少艘？' };
  const about = await done<QuestionView>(ASKS, questionRoutes.askQuestion, { body: information });
  const answer = { kind: 'information', response: 'accept', text: '四艘' };
  await done(HELPS, questionRoutes.answerQuestion, { params: { questionId: about.questionId }, body: answer });
  const asked = await done<QuestionView>(ASKS, questionRoutes.askQuestion, { body: quoteDetails({ agreementId }) });
  const [item] = asked.question.kind === 'quote' ? asked.question.items : [];
  const quotes = [{ response: 'accept', itemId: item?.itemId, costs: { personnel: 1 } }];
  await done(HELPS, questionRoutes.answerQuestion, {
    params: { questionId: asked.questionId },
    body: { kind: 'quote', quotes },
  });
  const withdrawn = await done<QuestionView>(ASKS, questionRoutes.askQuestion, { body: information });
  const params = { questionId: withdrawn.questionId };
  await done(ASKS, questionRoutes.withdrawQuestion, { params, body: { reason } });
};

/** A message that a city applied, and what it was about as that city had it before. */
export interface Heard {
  readonly city: CityCode;
  readonly envelope: Envelope;
  readonly before: Item | undefined;
}

/** Xining and Lanzhou say to each other whatever EDXL-RM has a message for. @returns all they heard, in order. */
export const everyMessage = async (): Promise<{ readonly cities: Neighbours; readonly heard: readonly Heard[] }> => {
  const cities = await neighbours();
  const heard: Heard[] = [];
  for (const city of [XINING, LANZHOU]) {
    const earlier = new Map<string, Item | undefined>();
    cities.cellOf(city).store.onChange(({ key: { pk }, before, after }) => {
      if (after?.entity === ENTITY.state) earlier.set(pk, before);
      const message = IncomingMessageRowSchema.safeParse(after);
      if (message.success) heard.push({ city, envelope: message.data.envelope, before: earlier.get(pk) });
    });
  }
  const { deploymentId } = await commitTeam(cities);
  await deploy(cities, deploymentId);
  await offer(cities, cities.agreementId);
  await ask(cities, cities.agreementId);
  return { cities, heard };
};
