import { describe, expect, it } from 'vitest';
import { LANZHOU } from '../../builders/circumstances.ts';
import {
  accepts,
  allHome,
  answered,
  answering,
  asCoordinator,
  asPartner,
  aTeam,
  commitmentOf,
  committed,
  committing,
  following,
  HAIDONG,
  happened,
  itemAt,
  itemsOf,
  open,
  outcomeOf,
  placedWith,
  placementOf,
  recordAt,
  requisitioned,
} from '../../builders/request.ts';

const LATER = '2026-07-15T01:00:00.000Z';

describe('updating a placed request', () => {
  it('sends each partner the new version, recalling the last, with as long to answer as at first', () => {
    const before = placedWith(LANZHOU, HAIDONG);
    const [water, medical] = itemsOf(before);
    const { state, events } = happened(
      before,
      { type: 'update', items: [{ ...water, quantity: 4 }, medical] },
      asCoordinator(LATER),
    );
    const [updated] = events;
    expect(updated?.type === 'requestUpdated' && updated.recalls).toMatchObject(
      before.placements.map(({ city, messageId }) => ({
        city,
        recalledMessageId: messageId,
        replyBy: '2026-07-15T03:00:00.000Z',
      })),
    );
    expect(placementOf(state)).toMatchObject({
      status: 'awaiting',
      replyBy: '2026-07-15T03:00:00.000Z',
      placedAt: LATER,
      firstMessageId: placementOf(before).messageId,
    });
    expect(placementOf(state).messageId).not.toBe(placementOf(before).messageId);
  });

  it('keeps answers to items that did not change and asks anew for the others', () => {
    const placed = placedWith(LANZHOU);
    const before = answered(placed, [accepts(itemAt(placed), [aTeam(1)]), accepts(itemAt(placed, 1), [aTeam(2)])]);
    const [water, medical] = itemsOf(before);
    const changed = following(before, [{ type: 'update', items: [{ ...water, quantity: 4 }, medical] }]);
    expect(placementOf(changed).status).toBe('awaiting');
    expect(placementOf(changed).answers.map(({ answer }) => answer.itemId)).toEqual([medical.itemId]);
    const shortened = following(before, [{ type: 'update', items: [medical] }]);
    expect(placementOf(shortened)).toMatchObject({
      status: 'answered',
      answers: [{ answer: { itemId: medical.itemId } }],
    });
  });

  it('does not count answers to the version before', () => {
    const before = placedWith(LANZHOU);
    const late = answering(before, [accepts(itemAt(before), [aTeam(1)])]);
    const [water, medical] = itemsOf(before);
    const changed = following(before, [{ type: 'update', items: [{ ...water, quantity: 1 }, medical] }]);
    const { state, events } = happened(changed, late, asPartner());
    expect(events).toMatchObject([{ type: 'answerReceived', outdated: true }]);
    expect(state).toEqual(changed);
  });

  it('changes nothing that was requisitioned, nothing beyond the agreements, and not nothing', () => {
    const state = requisitioned();
    const [water, medical] = itemsOf(state);
    expect(outcomeOf(state, { type: 'update', items: [{ ...water, quantity: 9 }, medical] })).toBe(
      'item-requisitioned',
    );
    expect(outcomeOf(state, { type: 'update', items: [medical] })).toBe('item-requisitioned');
    expect(outcomeOf(state, { type: 'update', items: [water, { ...medical, kind: 'mine-rescue' }] })).toBe(
      'resource-kind-out-of-scope',
    );
    expect(outcomeOf(state, { type: 'update', items: [water, medical] })).toBe('nothing-changed');
    expect(outcomeOf(state, { type: 'update', items: [water, { ...medical, quantity: 2 }] })).toBe('accepted');
  });

  it('leaves out partners that were turned down', () => {
    const placed = placedWith(LANZHOU, HAIDONG);
    const [water, medical] = itemsOf(placed);
    const offered = answered(placed, [accepts(water.itemId, [aTeam(1)])]);
    const declined = following(offered, [{ type: 'decline-answer', city: LANZHOU, reason: '已有' }]);
    const { events } = happened(declined, { type: 'update', items: [{ ...water, quantity: 4 }, medical] });
    expect(events[0]?.type === 'requestUpdated' && events[0].recalls.map(({ city }) => city)).toEqual([HAIDONG]);
  });
});

describe('cancelling', () => {
  const cancel = { type: 'cancel', reason: '险情解除' } as const;

  it('recalls the request from everybody who has it', () => {
    const before = placedWith(LANZHOU, HAIDONG);
    const { state, events } = happened(before, cancel);
    expect(state).toMatchObject({ status: 'cancelled', cancellation: { reason: '险情解除' } });
    expect(events).toMatchObject([
      { recalls: before.placements.map(({ city, messageId }) => ({ city, recalledMessageId: messageId })) },
    ]);
  });

  it('waits until the teams are home', () => {
    expect(outcomeOf(committed(), cancel)).toBe('teams-not-home');
    expect(outcomeOf(allHome(), cancel)).toBe('accepted');
  });

  it('takes a commitment that crossed with it, opens the deployment and tells the duty room', () => {
    const before = requisitioned();
    const record = recordAt(before);
    const cancelled = following(before, [cancel]);
    expect(recordAt(cancelled).status).toBe('cancelled');
    const { state, events } = happened(cancelled, committing(commitmentOf(record)), asPartner());
    expect(state.status).toBe('cancelled');
    expect(recordAt(state).status).toBe('committed');
    expect(events.map(({ type }) => type)).toEqual(['commitmentReceived']);
  });

  it('refuses answers that come after it', () => {
    const before = placedWith(LANZHOU);
    const answer = answering(before, [accepts(itemAt(before), [aTeam(1)])]);
    expect(outcomeOf(following(open(before), [cancel]), answer, asPartner())).toBe('request-status-does-not-allow');
  });
});
