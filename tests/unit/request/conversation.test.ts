import { describe, expect, it } from 'vitest';
import { sentenceOf } from '../../../shared/domain/kernel/refusal.ts';
import { REQUEST_REFUSALS } from '../../../shared/domain/request/request-refusals.ts';
import { encodeCommitment } from '../../../shared/exchange/codecs/commit-resource.ts';
import { decodeRequestResource } from '../../../shared/exchange/codecs/request-resource.ts';
import { decodeRequisitionResource } from '../../../shared/exchange/codecs/requisition-resource.ts';
import { encodeAnswer, encodeAnswerWithdrawal } from '../../../shared/exchange/codecs/response-to-request-resource.ts';
import type { Incoming, Outgoing } from '../../../shared/exchange/conversation.ts';
import { requestConversation } from '../../../shared/exchange/conversations/request.ts';
import { messageSchemas } from '../../../shared/exchange/message-schemas.ts';
import { LANZHOU, NOW, XINING } from '../../builders/circumstances.ts';
import { anAnswer, aPlacedRequest, IDS } from '../../builders/received-request.ts';
import {
  accepts,
  agreementWith,
  answered,
  approved,
  asCoordinator,
  asRepresentative,
  aTeam,
  awaitingAt,
  commitmentOf,
  HAIDONG,
  type Happened,
  happened,
  itemAt,
  itemsOf,
  place,
  placedWith,
  placementOf,
  recordAt,
  requestIn,
  requisition,
  requisitioned,
  taking,
} from '../../builders/request.ts';
import { testKey } from '../../builders/test-cell.ts';

const dutyRoom = { name: '西宁市应急值班室', telephone: '000-0000-0001' };
const LATER = '2026-07-15T01:00:00.000Z';

/** The messages that tell of what happened, each with a body that its recipients can parse. */
const messagesOf = ({ state, events }: Happened, sentAt = NOW): readonly Outgoing[] =>
  events
    .flatMap((event) =>
      requestConversation.outgoing(event, state, { city: XINING, dutyRoom, sentAt, publicKey: testKey(XINING) }),
    )
    .map((message) => {
      const body = JSON.parse(JSON.stringify(message.body));
      return { ...message, body: messageSchemas[message.type].parse(body) } as Outgoing;
    });

const ofType = <T extends Outgoing['type']>(messages: readonly Outgoing[], type: T) =>
  messages.filter((message): message is Extract<Outgoing, { type: T }> => message.type === type);

describe('what a request tells partners', () => {
  it('is nothing while it is written', () => {
    for (const state of [requestIn.drafted(), requestIn.approved()])
      expect(messagesOf({ state, events: [{ type: 'requestLapsed', at: NOW }] })).toEqual([]);
  });

  it('is a message to each partner under its own agreement when it is placed', () => {
    const agreements = [agreementWith(LANZHOU), agreementWith(HAIDONG, { replyWithinMinutes: 30 })];
    const done = happened(approved(), place(...agreements));
    const messages = ofType(messagesOf(done), 'RequestResource');
    expect(messages.map(({ to, agreement }) => ({ to, agreement }))).toEqual([
      { to: [LANZHOU], agreement: agreements[0]?.id },
      { to: [HAIDONG], agreement: agreements[1]?.id },
    ]);
    for (const message of messages) {
      const placement = placementOf(done.state, message.to[0]);
      expect(message.id).toBe(placement.messageId);
      expect(decodeRequestResource(message.body)).toEqual({
        kind: 'request',
        placed: {
          requestId: done.state.id,
          messageId: placement.messageId,
          agreementId: placement.agreementId,
          incident: done.state.incident,
          items: done.state.items,
          replyBy: placement.replyBy,
          requestedBy: { city: XINING, dutyRoom },
          approvedBy: { id: 'approver@630100', name: 'approver@630100' },
          placedAt: NOW,
          exercise: false,
        },
      });
    }
  });

  it('recalls what it replaces, and what it withdraws', () => {
    const before = placedWith(LANZHOU);
    const [water, medical] = itemsOf(before);
    const first = placementOf(before).messageId;
    const updated = happened(
      before,
      { type: 'update', items: [{ ...water, quantity: 4 }, medical] },
      asCoordinator(LATER),
    );
    const [update] = ofType(messagesOf(updated, LATER), 'RequestResource');
    expect(update?.body.OriginatingMessageID).toBe(first);
    expect(update && decodeRequestResource(update.body)).toMatchObject({
      kind: 'update',
      recalledMessageId: first,
      placed: { messageId: update?.id, placedAt: LATER, items: [{ quantity: 4 }, { quantity: 1 }] },
    });
    const cancelled = happened(updated.state, { type: 'cancel', reason: '险情解除' }, asCoordinator(LATER));
    const [cancel] = ofType(messagesOf(cancelled, LATER), 'RequestResource');
    expect(cancel?.body.OriginatingMessageID).toBe(first);
    expect(cancel && decodeRequestResource(cancel.body)).toMatchObject({
      kind: 'cancellation',
      recalledMessageId: update?.id,
      reason: '险情解除',
      placed: { messageId: cancel?.id },
    });
  });

  it('is one requisition a message, following the answer', () => {
    const placed = placedWith(LANZHOU);
    const state = answered(placed, [accepts(itemAt(placed), [aTeam(1), aTeam(2)])]);
    const takings = [aTeam(1), aTeam(2)].map((team) => taking(state, [team]));
    const done = happened(state, requisition(...takings), asRepresentative());
    const messages = ofType(messagesOf(done), 'RequisitionResource');
    expect(messages.map(({ body }) => decodeRequisitionResource(body))).toEqual(
      [0, 1].map((index) => ({
        requisition: awaitingAt(done.state, index).requisition,
        preceding: placementOf(state).answers[0]?.messageId,
      })),
    );
    expect(messages[0]?.body.OriginatingMessageID).toBe(placementOf(state).firstMessageId);
  });

  it('is a decline to those whose offer is not taken up, at once or when it closes', () => {
    const placed = placedWith(LANZHOU, HAIDONG);
    const state = answered(placed, [accepts(itemAt(placed), [aTeam(1)])]);
    const declined = messagesOf(happened(state, { type: 'decline-answer', city: LANZHOU, reason: '已有' }));
    expect(declined).toMatchObject([{ type: 'AnswerDeclined', to: [LANZHOU], body: { reason: '已有' } }]);
    const closed = messagesOf(happened(state, { type: 'close' }));
    expect(closed.map(({ type, to }) => [type, to[0]])).toEqual([
      ['AnswerDeclined', LANZHOU],
      ['RequestResource', HAIDONG],
    ]);
  });
});

describe('what a request hears from partners', () => {
  const context = { placed: aPlacedRequest(), originating: IDS.requestMessage, city: LANZHOU, dutyRoom };
  const heard = (type: Incoming['type'], body: unknown) =>
    requestConversation.incoming({ type, body, envelope: { from: LANZHOU } } as Incoming);

  it('is an answer, with the version it answers', () => {
    const answer = anAnswer();
    expect(heard('ResponseToRequestResource', encodeAnswer(answer, context))).toEqual({
      type: 'receive-answer',
      from: LANZHOU,
      answering: IDS.requestMessage,
      answer,
    });
  });

  it('is the withdrawal of an answer', () => {
    const withdrawal = {
      messageId: IDS.team,
      recalledMessageId: IDS.answerMessage,
      itemIds: [IDS.waterItem],
      reason: '道路中断',
      withdrawnAt: NOW,
    };
    const command = heard('ResponseToRequestResource', encodeAnswerWithdrawal(withdrawal, context));
    expect(command).toEqual({ type: 'receive-answer-withdrawal', from: LANZHOU, withdrawal });
  });

  it('is a commitment', () => {
    const state = requisitioned();
    const record = recordAt(state);
    const commitment = commitmentOf(record);
    const { incident, items } = state;
    const [item] = items;
    if (!item) throw new Error('an item was asked for');
    const preceding = record.requisition.messageId;
    const body = encodeCommitment(commitment, {
      ...{ incident, item, preceding, city: LANZHOU, dutyRoom, sentAt: NOW },
      originating: placementOf(state).firstMessageId,
    });
    expect(heard('CommitResource', body)).toEqual({ type: 'receive-commitment', from: LANZHOU, commitment });
  });

  it('is nothing else', () => {
    expect(heard('AnswerDeclined', { reason: 'x' })).toBeUndefined();
  });
});

describe('refusals', () => {
  it.each(Object.values(REQUEST_REFUSALS))('$code speaks both languages of the same things', (reason) => {
    const named = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort();
    expect(named(reason.sentence.en)).toEqual(named(reason.sentence.zh));
    expect(sentenceOf({ reason, parameters: {} }).zh).toMatch(/[\u4e00-\u9fff]/);
  });
});
