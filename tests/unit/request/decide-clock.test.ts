import { describe, expect, it } from 'vitest';
import { request } from '../../../shared/domain/request/request.ts';
import { LANZHOU, NOW } from '../../builders/circumstances.ts';
import { idOf } from '../../builders/received-request.ts';
import {
  accepts,
  agreementWith,
  answered,
  approved,
  asCoordinator,
  asPartner,
  aTeam,
  commitmentOf,
  committing,
  DEADLINE,
  declines,
  following,
  HAIDONG,
  happened,
  itemAt,
  outcomeOf,
  place,
  placedWith,
  placementOf,
  recordAt,
  requestIn,
  requisitioned,
} from '../../builders/request.ts';

const clock = { type: 'clock-ran-out' } as const;
const urgencies = (events: ReturnType<typeof happened>['events'], state: ReturnType<typeof happened>['state']) =>
  events.flatMap((event) => request.notices?.(event, state) ?? []).map(({ urgency }) => urgency);

describe('the clock', () => {
  it('does nothing before the deadline, nor for requests without one', () => {
    const early = request.decide(placedWith(LANZHOU), clock, asCoordinator('2026-07-15T01:59:59.999Z'));
    expect(early).toEqual({ accepted: true, events: [] });
    for (const state of [requestIn.drafted(), requestIn.approved(), requestIn.cancelled(), requestIn.closed()]) {
      expect(request.dueAt(state)).toBeUndefined();
      expect(request.decide(state, clock, asCoordinator(DEADLINE))).toEqual({ accepted: true, events: [] });
    }
  });

  it('lets a request lapse that nobody answered, and says so urgently', () => {
    const { state, events } = happened(placedWith(LANZHOU, HAIDONG), clock, asCoordinator(DEADLINE));
    expect(events).toMatchObject([
      { type: 'replyDeadlinePassed', cities: [LANZHOU, HAIDONG] },
      { type: 'requestLapsed', at: DEADLINE },
    ]);
    expect(state).toMatchObject({ status: 'lapsed', lapsedAt: DEADLINE });
    expect(urgencies(events, state)).toEqual(['urgent']);
  });

  it('passes each deadline once', () => {
    const slow = agreementWith(HAIDONG, { replyWithinMinutes: 240 });
    const state = following(approved(), [place(agreementWith(LANZHOU), slow)]);
    expect(request.dueAt(state)).toBe(DEADLINE);
    const { state: after, events } = happened(state, clock, asCoordinator(DEADLINE));
    expect(events).toMatchObject([{ type: 'replyDeadlinePassed', cities: [LANZHOU] }]);
    expect(request.dueAt(after)).toBe('2026-07-15T04:00:00.000Z');
    expect(request.decide(after, clock, asCoordinator(DEADLINE))).toEqual({ accepted: true, events: [] });
  });

  it('lets answers stand that were in time', () => {
    const placed = placedWith(LANZHOU);
    const state = answered(placed, [accepts(itemAt(placed), [aTeam(1)])]);
    const { state: after, events } = happened(state, clock, asCoordinator(DEADLINE));
    expect(events).toMatchObject([
      { type: 'replyDeadlinePassed' },
      { type: 'itemsUnableToFill', itemIds: [itemAt(placed, 1)] },
    ]);
    expect(placementOf(after)).toMatchObject({ status: 'lapsed', answers: [{ answer: { response: 'accept' } }] });
  });

  it('is unable to fill, not lapsed, when somebody had answered', () => {
    const placed = placedWith(LANZHOU, HAIDONG);
    const state = answered(placed, [declines(itemAt(placed)), declines(itemAt(placed, 1))]);
    expect(happened(state, clock, asCoordinator(DEADLINE)).state.status).toBe('unable-to-fill');
  });

  it('marks a requisition that is not committed in time, once, and leaves the telling to the table of deadlines', () => {
    const state = requisitioned();
    expect(request.dueAt(state)).toBe(DEADLINE);
    const { state: after, events } = happened(state, clock, asCoordinator(DEADLINE));
    expect(events).toMatchObject([
      { type: 'commitDeadlinePassed', requisitionIds: [recordAt(state).requisition.requisitionId] },
    ]);
    expect(urgencies(events, after)).toEqual([]);
    expect(request.dueAt(after)).toBeUndefined();
    expect(outcomeOf(after, committing(commitmentOf(recordAt(after))), asPartner())).toBe('accepted');
  });
});

describe('a message that failed', () => {
  const reason = { zh: '协议已到期。', en: 'The agreement has expired.' };
  const failing = (messageId: string, city = LANZHOU) =>
    ({ type: 'message-failed', messageId, city, code: 'agreement-not-in-force', reason }) as const;

  it('marks the placement as refused by the exchange, with the reason', () => {
    const placed = placedWith(LANZHOU, HAIDONG);
    const { state, events } = happened(placed, failing(placementOf(placed).messageId));
    expect(placementOf(state)).toMatchObject({
      status: 'refused-by-exchange',
      failure: { code: 'agreement-not-in-force', reason, at: NOW },
    });
    expect(state.status).toBe('placed');
    expect(events.flatMap((event) => request.notices?.(event, state) ?? [])).toMatchObject([
      { urgency: 'urgent', text: { zh: expect.stringContaining(reason.zh), en: expect.stringContaining(reason.en) } },
    ]);
  });

  it('is unable to fill when it was the only partner', () => {
    const placed = placedWith(LANZHOU);
    expect(happened(placed, failing(placementOf(placed).messageId)).state.status).toBe('unable-to-fill');
  });

  it('opens the item of a requisition again', () => {
    const state = requisitioned();
    const after = following(state, [failing(recordAt(state).requisition.messageId)]);
    expect(recordAt(after)).toMatchObject({ status: 'not-taken', failure: { reason } });
  });

  it('of any other kind is told to the duty room', () => {
    const cancelled = requestIn.cancelled();
    const { state, events } = happened(cancelled, failing(idOf(1)));
    expect(state).toEqual({ ...cancelled, failures: [expect.objectContaining({ city: LANZHOU, reason })] });
    expect(urgencies(events, state)).toEqual(['urgent']);
  });

  it('means nothing to a request that nobody has', () => {
    expect(request.decide(requestIn.drafted(), failing(idOf(1)), asCoordinator())).toEqual({
      accepted: true,
      events: [],
    });
  });
});
