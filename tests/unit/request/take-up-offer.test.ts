import { describe, expect, it } from 'vitest';
import type { OfferState } from '../../../shared/domain/offer/offer-state.ts';
import { request } from '../../../shared/domain/request/request.ts';
import type { TakeUpOffer } from '../../../shared/domain/request/request-commands.ts';
import { decodeRequisitionResource } from '../../../shared/exchange/codecs/requisition-resource.ts';
import { requestConversation } from '../../../shared/exchange/conversations/request.ts';
import { LANZHOU, NOW, XINING } from '../../builders/circumstances.ts';
import { anIncident } from '../../builders/incident.ts';
import { anItem, IDS, idOf } from '../../builders/received-request.ts';
import { agreementWith, asRepresentative, aTeam, happened, outcomeOf, requestIn } from '../../builders/request.ts';
import { testKey } from '../../builders/test-cell.ts';

const OFFER = idOf(0xa00);
const OFFER_MESSAGE = idOf(0xa01);
const agreement = agreementWith(LANZHOU);

const resource = {
  resourceId: idOf(0xa02),
  kind: 'water-rescue',
  level: 2,
  quantity: 2,
  teams: [aTeam(1), aTeam(2)],
  costs: { personnel: 1_000_000 },
} as const;
const offer: OfferState = {
  status: 'offered',
  id: OFFER,
  side: 'receiver',
  provider: LANZHOU,
  receiver: XINING,
  failures: [],
  offer: {
    messageId: OFFER_MESSAGE,
    agreementId: agreement.id,
    subject: { hazard: 'flood', description: '南川河洪水' },
    resources: [{ ...resource, teams: [...resource.teams] }],
    availableFrom: NOW,
    availableUntil: '2026-07-20T00:00:00.000Z',
    offeredAt: NOW,
    exercise: false,
  },
};
const { itemId: _itemId, kind: _kind, level: _level, quantity: _quantity, ...mission } = anItem();

const takeUp = (overrides: Partial<TakeUpOffer> = {}): TakeUpOffer => ({
  type: 'take-up-offer',
  requestId: IDS.request,
  offerId: OFFER,
  offer,
  incident: anIncident(),
  agreement: { agreementId: agreement.id, agreement },
  resourceId: resource.resourceId,
  mission,
  taking: {
    teamIds: [aTeam(1).teamId],
    costs: { personnel: 500_000 },
    funding: { fundingInfo: '市级财政' },
    reason: '主动支援',
    evenIfMoreThanNeeded: false,
    evenIfOverCeiling: false,
  },
  ...overrides,
});

/** The offer with its only resource changed. */
const offering = (changed: Partial<OfferState['offer']['resources'][number]>): OfferState => ({
  ...offer,
  offer: { ...offer.offer, resources: [{ ...resource, teams: [...resource.teams], ...changed }] },
});

describe('taking up an unsolicited offer', () => {
  const { state, events } = happened(undefined, takeUp(), asRepresentative());

  it('makes a request of it, approved and requisitioned by the representative', () => {
    expect(events.map(({ type }) => type)).toEqual(['offerTakenUp']);
    expect(state).toMatchObject({
      status: 'placed',
      items: [{ kind: 'water-rescue', level: 2, quantity: 2, mission: mission.mission }],
      approval: { by: { id: 'representative@630100' } },
      placements: [{ status: 'answered', city: LANZHOU, agreementId: agreement.id }],
      requisitions: [{ status: 'awaiting', precedingMessageId: OFFER_MESSAGE, requisition: { teams: [aTeam(1)] } }],
    });
  });

  it('tells the offer that it is taken up', () => {
    expect(events.flatMap((event) => request.consequences?.(event, state) ?? [])).toEqual([
      { kind: 'offer', id: OFFER, command: { type: 'taken-up', requestId: IDS.request } },
    ]);
  });

  it('sends one requisition, which follows the offer and holds the request it is made for', () => {
    const context = {
      city: XINING,
      dutyRoom: { name: '西宁市应急值班室', telephone: '000-0000-0001' },
      sentAt: NOW,
      publicKey: testKey(XINING),
    };
    const [message, ...others] = events.flatMap((event) => requestConversation.outgoing(event, state, context));
    expect(others).toEqual([]);
    if (message?.type !== 'RequisitionResource') throw new Error('a requisition was to be sent');
    expect(message).toMatchObject({
      to: [LANZHOU],
      agreement: agreement.id,
      body: { OriginatingMessageID: OFFER_MESSAGE },
    });
    expect(decodeRequisitionResource(message.body)).toMatchObject({
      preceding: OFFER_MESSAGE,
      requisition: { messageId: message.id, teams: [aTeam(1)] },
      offer: {
        offerId: OFFER,
        placed: {
          requestId: IDS.request,
          messageId: message.id,
          items: state.items,
          approvedBy: { id: 'representative@630100' },
        },
      },
    });
  });

  const REFUSED: readonly [string, Partial<TakeUpOffer>, string][] = [
    ['no offer', { offer: undefined }, 'offer-not-found'],
    ['an offer of our own', { offer: { ...offer, receiver: LANZHOU } }, 'offer-not-made-to-this-city'],
    ['another agreement', { agreement: { agreementId: idOf(1), agreement } }, 'offer-under-another-agreement'],
    ['no agreement', { agreement: { agreementId: agreement.id, agreement: undefined } }, 'agreement-not-found'],
    ['another resource', { resourceId: idOf(1) }, 'unknown-resource'],
    ['a resource without named teams', { offer: offering({ teams: [] }) }, 'no-team-named'],
    ['no incident', { incident: undefined }, 'incident-not-found'],
    ['what the agreement does not cover', { offer: offering({ kind: 'mine-rescue' }) }, 'resource-kind-out-of-scope'],
    ['other teams', { taking: { ...takeUp().taking, teamIds: [aTeam(9).teamId] } }, 'team-not-promised'],
  ];
  it.each(REFUSED)('is refused with %s', (_, overrides, code) => {
    expect(outcomeOf(undefined, takeUp(overrides), asRepresentative())).toBe(code);
  });

  it('is refused when the request exists', () => {
    expect(outcomeOf(requestIn.placed(), takeUp(), asRepresentative())).toBe('request-already-exists');
  });
});
