import { scopeRefusal } from '../agreement/agreement-scope.ts';
import { type AgreementState, partnerOf } from '../agreement/agreement-state.ts';
import { AGREEMENT_USE_REFUSALS, exerciseRefusal } from '../agreement/agreement-use.ts';
import { accept, type Circumstances, refuse } from '../kernel/decision.ts';
import { MINUTE_MS, plus } from '../kernel/instant.ts';
import type { Refusal } from '../kernel/refusal.ts';
import { done, type RequestDecision, wrongStatus } from './deciding.ts';
import type { Placement } from './placement.ts';
import type { ChosenAgreement, RequestCommandOf } from './request-commands.ts';
import { REQUEST_REFUSALS } from './request-refusals.ts';
import { isOpen, MAXIMUM_PARTNERS, type RequestState } from './request-state.ts';

/** @returns a refusal that also says which partner it is about. */
const aboutPartner = ({ reason, parameters }: Refusal, partner: string): Refusal => {
  const { zh, en } = reason.sentence;
  return {
    reason: { ...reason, sentence: { zh: `{partner}：${zh}`, en: `{partner}: ${en}` } },
    parameters: { ...parameters, partner },
  };
};

type Asked = Pick<RequestState, 'incident' | 'items' | 'exercise'>;

/** @returns which term of the agreement keeps the request from being placed under it, if any does. */
export const agreementRefusal = (
  { incident, items, exercise }: Asked,
  agreement: AgreementState,
  { city, now }: Pick<Circumstances, 'city' | 'now'>,
): Refusal | undefined => {
  const partner = partnerOf(agreement, city);
  const use = { hazard: incident.hazard, kinds: items.map(({ kind }) => kind) };
  const refusal = exerciseRefusal(agreement, exercise) ?? scopeRefusal(agreement, use, now);
  return refusal && aboutPartner(refusal, partner);
};

/** @returns a request as it begins with a partner. */
export const placementUnder = (
  agreement: AgreementState,
  { city, now }: Pick<Circumstances, 'city' | 'now'>,
  messageId: string,
): Extract<Placement, { status: 'awaiting' }> => ({
  status: 'awaiting',
  city: partnerOf(agreement, city),
  agreementId: agreement.id,
  firstMessageId: messageId,
  messageId,
  placedAt: now,
  replyBy: plus(now, agreement.terms.replyWithinMinutes * MINUTE_MS),
  replyWithinMinutes: agreement.terms.replyWithinMinutes,
  covers: agreement.terms.resourceKinds,
  answers: [],
});

/** Places a request with partners, the first or further ones: with all that were chosen, or with none. */
export const decidePlace = (
  state: RequestState,
  { agreements }: RequestCommandOf<'place'>,
  circumstances: Circumstances,
): RequestDecision => {
  if (state.status !== 'approved' && !isOpen(state)) return wrongStatus(state);
  const taken = new Set(
    isOpen(state) ? state.placements.filter((p) => p.status !== 'refused-by-exchange').map(({ city }) => city) : [],
  );
  const placements: Extract<Placement, { status: 'awaiting' }>[] = [];
  for (const [index, chosen] of agreements.entries()) {
    const choice = choose(state, chosen, taken, circumstances);
    if ('reason' in choice) return { accepted: false, refusal: { ...choice, pointer: `/agreementIds/${index}` } };
    taken.add(choice.city);
    placements.push(choice);
  }
  if (taken.size > MAXIMUM_PARTNERS)
    return refuse(REQUEST_REFUSALS.tooManyPartners, { maximum: MAXIMUM_PARTNERS }, '/agreementIds');
  return accept({ type: 'requestPlaced', placements, ...done(circumstances) });
};

const choose = (
  state: Asked,
  { agreementId, agreement }: ChosenAgreement,
  taken: ReadonlySet<string>,
  circumstances: Circumstances,
): Extract<Placement, { status: 'awaiting' }> | Refusal => {
  if (!agreement) return { reason: AGREEMENT_USE_REFUSALS.notFound, parameters: { agreement: agreementId } };
  const partner = partnerOf(agreement, circumstances.city);
  if (taken.has(partner)) return { reason: REQUEST_REFUSALS.alreadyPlaced, parameters: { partner } };
  return (
    agreementRefusal(state, agreement, circumstances) ?? placementUnder(agreement, circumstances, circumstances.newId())
  );
};
