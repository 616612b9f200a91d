import { describe, expect, it } from 'vitest';
import { request } from '../../../shared/domain/request/request.ts';
import type { TakeUpOffer } from '../../../shared/domain/request/request-commands.ts';
import { decodeRequisitionResource } from '../../../shared/exchange/codecs/requisition-resource.ts';
import { requestConversation } from '../../../shared/exchange/conversations/request.ts';
import { LANZHOU, NOW, XINING } from '../../builders/circumstances.ts';
import { anIncident } from '../../builders/incident.ts';
import { anItem, IDS, idOf } from '../../builders/received-request.ts';
import {
  accepts,
  agreementWith,
  asRepresentative,
  aTeam,
  happened,
  outcomeOf,
  requestIn,
} from '../../builders/request.ts';
import { testKey } from '../../builders/test-cell.ts';

const OFFER = idOf(0xa00);
const OFFER_MESSAGE = idOf(0xa01);
const agreement = agreementWith(LANZHOU);

const takeUp = (overrides: Partial<TakeUpOffer> = {}): TakeUpOffer => ({
  type: 'take-up-offer',
  requestId: IDS.request,
  offerId: OFFER,
  incident: anIncident(),
  agreement: { agreementId: agreement.id, agreement },
  item: anItem(),
  answer: {
    messageId: OFFER_MESSAGE,
    answeredAt: NOW,
    items: [accepts(IDS.waterItem, [aTeam(1), aTeam(2)])],
    automatic: false,
  },
  taking: {
    city: LANZHOU,
    itemId: IDS.waterItem,
    teamIds: [aTeam(1).teamId],
    costs: { personnel: 500_000 },
    funding: { fundingInfo: '市级财政' },
    reason: '主动支援',
    evenIfMoreThanNeeded: false,
    evenIfOverCeiling: false,
  },
  ...overrides,
});

describe('taking up an unsolicited offer', () => {
  const { state, events } = happened(undefined, takeUp(), asRepresentative());

  it('makes a request of it, approved and requisitioned by the representative', () => {
    expect(events.map(({ type }) => type)).toEqual(['offerTakenUp']);
    expect(state).toMatchObject({
      status: 'placed',
      items: [{ itemId: IDS.waterItem }],
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
          items: [anItem()],
          approvedBy: { id: 'representative@630100' },
        },
      },
    });
  });

  const REFUSED: readonly [string, Partial<TakeUpOffer>, string][] = [
    ['no incident', { incident: undefined }, 'incident-not-found'],
    ['no agreement', { agreement: { agreementId: agreement.id, agreement: undefined } }, 'agreement-not-found'],
    ['what the agreement does not cover', { item: anItem({ kind: 'mine-rescue' }) }, 'resource-kind-out-of-scope'],
    ['other teams', { taking: { ...takeUp().taking, teamIds: [aTeam(9).teamId] } }, 'team-not-promised'],
  ];
  it.each(REFUSED)('is refused with %s', (_, overrides, code) => {
    expect(outcomeOf(undefined, takeUp(overrides), asRepresentative())).toBe(code);
  });

  it('is refused when the request exists', () => {
    expect(outcomeOf(requestIn.placed(), takeUp(), asRepresentative())).toBe('request-already-exists');
  });
});
