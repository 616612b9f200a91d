import { describe, expect, it } from 'vitest';
import { request } from '../../../shared/domain/request/request.ts';
import { LANZHOU } from '../../builders/circumstances.ts';
import { IDS, idOf } from '../../builders/received-request.ts';
import {
  accepts,
  answered,
  answering,
  asCoordinator,
  asPartner,
  aTeam,
  committed,
  committing,
  DEADLINE,
  declines,
  following,
  HAIDONG,
  HAINAN,
  happened,
  itemAt,
  outcomeOf,
  placedItem,
  placedWith,
  placementOf,
  recordAt,
  refusalOf,
  requestIn,
  requisitioned,
} from '../../builders/request.ts';

describe('receiving an answer', () => {
  it('is answered once every item is, together or one by one', () => {
    const placed = placedWith(LANZHOU);
    const first = answered(placed, [accepts(itemAt(placed), [aTeam(1)])]);
    expect(placementOf(first).status).toBe('awaiting');
    const both = answered(first, [declines(itemAt(first, 1))]);
    expect(placementOf(both)).toMatchObject({ status: 'answered' });
    expect(placementOf(both).answers).toHaveLength(2);
  });

  it('puts a newer answer to an item in the place of an older one', () => {
    const placed = placedItem({ quantity: 2 }, LANZHOU);
    const itemId = itemAt(placed);
    const better = answered(answered(placed, [accepts(itemId, [aTeam(1)])]), [accepts(itemId, [aTeam(1), aTeam(2)])]);
    expect(placementOf(better).answers).toMatchObject([{ answer: { teams: [aTeam(1), aTeam(2)] } }]);
  });

  it('is welcome after the deadline, and revives a request that had lapsed', () => {
    const lapsed = requestIn.lapsed();
    const state = answered(lapsed as ReturnType<typeof placedWith>, [accepts(itemAt(lapsed), [aTeam(1)])]);
    expect(state.status).toBe('placed');
    expect(placementOf(state)).toMatchObject({ status: 'lapsed', answers: [{ answer: { response: 'accept' } }] });
  });

  it('is refused from strangers, for unknown items, for more than was asked, and with a team named twice', () => {
    const state = placedWith(LANZHOU);
    const itemId = itemAt(state);
    const from = (command: ReturnType<typeof answering>) => ({ ...command, from: HAINAN }) as typeof command;
    const outcome = (items: Parameters<typeof answering>[1]) => outcomeOf(state, answering(state, items), asPartner());
    expect(outcomeOf(state, from(answering(state, [declines(itemId)])), asPartner(HAINAN))).toBe(
      'not-a-partner-of-this-request',
    );
    expect(outcome([declines(idOf(1))])).toBe('unknown-item');
    expect(outcome([declines(itemId), declines(itemId)])).toBe('same-item-twice');
    expect(outcome([accepts(itemId, [aTeam(1), aTeam(2), aTeam(3)])])).toBe('more-than-asked');
    expect(outcome([accepts(itemId, [aTeam(1), aTeam(1)])])).toBe('team-named-twice');
  });

  it('does not change what has been requisitioned', () => {
    const state = requisitioned();
    const itemId = itemAt(state);
    const same = accepts(itemId, [aTeam(1), aTeam(2)]);
    expect(outcomeOf(state, answering(state, [declines(itemId)]), asPartner())).toBe('answer-already-requisitioned');
    expect(outcomeOf(state, answering(state, [same]), asPartner())).toBe('accepted');
  });
});

describe('a request that cannot be filled', () => {
  it('is unable to fill when the last partner has declined the last item', () => {
    const placed = placedWith(LANZHOU, HAIDONG);
    const all = [declines(itemAt(placed)), declines(itemAt(placed, 1))];
    const first = answered(placed, all);
    expect(first.status).toBe('placed');
    const { state, events } = happened(first, answering(first, all, { from: HAIDONG }), asPartner(HAIDONG));
    expect(events.map(({ type }) => type)).toEqual(['answerReceived', 'requestUnableToFill']);
    expect(state).toMatchObject({ status: 'unable-to-fill', unableAt: '2026-07-15T00:00:00.000Z' });
  });

  it('tells of items without hope while others have some, once', () => {
    const placed = placedWith(LANZHOU);
    const answers = [accepts(itemAt(placed), [aTeam(1)]), declines(itemAt(placed, 1))];
    const { state, events } = happened(placed, answering(placed, answers), asPartner());
    expect(events).toMatchObject([
      { type: 'answerReceived' },
      { type: 'itemsUnableToFill', itemIds: [itemAt(placed, 1)] },
    ]);
    const again = happened(state, answering(state, [accepts(itemAt(placed), [aTeam(2)])]), asPartner());
    expect(again.events.map(({ type }) => type)).toEqual(['answerReceived']);
  });

  it('comes of a refused requisition too, as that team is not asked for again', () => {
    const state = requisitioned();
    const { events } = happened(state, committing(refusalOf(recordAt(state))), asPartner());
    expect(events.map(({ type }) => type)).toEqual(['commitmentReceived', 'requestUnableToFill']);
  });
});

describe('withdrawing an answer', () => {
  const withdrawing = (messageId: string, itemIds: string[]) =>
    ({
      type: 'receive-answer-withdrawal',
      from: LANZHOU,
      withdrawal: {
        messageId: idOf(0x900),
        recalledMessageId: messageId,
        itemIds,
        reason: '道路中断',
        withdrawnAt: '2026-07-15T00:20:00.000Z',
      },
    }) as const;
  const answer = { messageId: IDS.answerMessage };

  it('takes back what that message had promised', () => {
    const placed = placedWith(LANZHOU, HAIDONG);
    const itemIds = [itemAt(placed), itemAt(placed, 1)];
    const both = itemIds.map((itemId, index) => accepts(itemId, [aTeam(index)]));
    const state = following(placed, [answering(placed, both, { answer }), asPartner()]);
    const gone = following(state, [withdrawing(answer.messageId, itemIds), asPartner()]);
    expect(placementOf(gone)).toMatchObject({ status: 'withdrawn', reason: '道路中断', answers: [] });
    const partly = following(state, [withdrawing(answer.messageId, itemIds.slice(0, 1)), asPartner()]);
    expect(placementOf(partly)).toMatchObject({ status: 'answered', answers: [{ answer: { itemId: itemIds[1] } }] });
  });

  it('leaves a requisition that crossed with it to be refused by the partner', () => {
    const state = requisitioned();
    const messageId = recordAt(state).precedingMessageId;
    const gone = following(state, [withdrawing(messageId, [itemAt(state)]), asPartner()]);
    expect(recordAt(gone).status).toBe('awaiting');
    expect(following(gone, [committing(refusalOf(recordAt(gone))), asPartner()]).status).toBe('unable-to-fill');
  });

  it('comes too late once the partner has committed', () => {
    const state = committed();
    const messageId = recordAt(state).precedingMessageId;
    expect(outcomeOf(state, withdrawing(messageId, [itemAt(state)]), asPartner())).toBe('answer-already-committed');
  });

  it('may be followed by another answer; a deadline that has passed does not pass again', () => {
    const placed = placedWith(LANZHOU, HAIDONG);
    const itemIds = [itemAt(placed), itemAt(placed, 1)];
    const both = answering(placed, [accepts(itemAt(placed), [aTeam(1)]), declines(itemAt(placed, 1))], { answer });
    const back = withdrawing(answer.messageId, itemIds);
    const again = answering(placed, [accepts(itemAt(placed), [aTeam(1)])]);
    const clock = { type: 'clock-ran-out' } as const;
    const inTime = following(placed, [both, asPartner()], [back, asPartner()], [again, asPartner()]);
    expect(placementOf(inTime)).toMatchObject({ status: 'awaiting', replyBy: DEADLINE });
    const rang = following(placed, [clock, asCoordinator(DEADLINE)]);
    const late = following(rang, [both, asPartner()], [back, asPartner()], [again, asPartner()]);
    expect(placementOf(late)).toMatchObject({ status: 'lapsed', lapsedAt: DEADLINE, answers: [{}] });
    expect(request.dueAt(late)).toBeUndefined();
  });
});

describe('declining an answer', () => {
  const decline = { type: 'decline-answer', city: LANZHOU, reason: '已有更近的队伍' } as const;

  it('sets the partner free', () => {
    const placed = placedWith(LANZHOU, HAIDONG);
    const state = answered(placed, [accepts(itemAt(placed), [aTeam(1)])]);
    expect(placementOf(following(state, [decline]))).toMatchObject({ status: 'turned-down', reason: decline.reason });
    expect(outcomeOf(following(state, [decline]), decline)).toBe('no-answer-to-decline');
  });

  it('is not for partners whose teams were requisitioned, nor for those who offered none', () => {
    expect(outcomeOf(requisitioned(), decline)).toBe('answer-taken-up');
    expect(outcomeOf(placedWith(LANZHOU), decline)).toBe('no-answer-to-decline');
    expect(outcomeOf(placedWith(HAIDONG), decline)).toBe('not-a-partner-of-this-request');
  });
});
