import { describe, expect, it } from 'vitest';
import { MINUTE_MS, plus } from '../../../shared/domain/kernel/instant.ts';
import { request } from '../../../shared/domain/request/request.ts';
import type { RequestState, RequestStatus } from '../../../shared/domain/request/request-state.ts';
import { LANZHOU, NOW } from '../../builders/circumstances.ts';
import { rulesWithin, WITHIN_MINUTES, waitsIn } from '../../builders/deadlines.ts';
import { anItem } from '../../builders/received-request.ts';
import {
  accepts,
  agreementWith,
  allHome,
  answered,
  answering,
  approved,
  asApprover,
  asCoordinator,
  asPartner,
  aTeam,
  committed,
  committing,
  DEADLINE,
  declines,
  drafted,
  following,
  HAIDONG,
  itemAt,
  place,
  placedItem,
  placedWith,
  recordAt,
  refusalOf,
  requestIn,
  requisition,
  requisitioned,
  taking,
} from '../../builders/request.ts';

const rules = rulesWithin();
const openIn = (state: RequestState) => request.deadlines?.(state, rules) ?? [];
const waits = (state: RequestState) => waitsIn(openIn(state));
const late = (state: RequestState, now = DEADLINE) => following(state, [{ type: 'clock-ran-out' }, asCoordinator(now)]);
const within = (at: string) => plus(at, WITHIN_MINUTES * MINUTE_MS);

const WAITS: { readonly [S in RequestStatus]: readonly string[] } = {
  drafted: ['approval approver'],
  approved: ['placement duty-room'],
  placed: [`answer ${LANZHOU}`],
  lapsed: [`answer ${LANZHOU}`],
  'unable-to-fill': ['placement duty-room'],
  cancelled: [],
  closed: [],
};

/** One item of two teams, that is with partners. */
const twoTeams = (...cities: readonly string[]) => placedItem({ quantity: 2 }, ...cities);

describe('what a request waits for', () => {
  it.each(Object.entries(WAITS))('%s: %j', (status, expected) => {
    expect(waits(requestIn[status as RequestStatus]())).toEqual(expected);
  });

  it('is its authors, when it was sent back, until they have changed it', () => {
    const sentBack = following(drafted(), [{ type: 'send-back', reason: '数量不符' }, asApprover()]);
    expect(openIn(sentBack)).toMatchObject([{ handOff: 'approval', key: 'revision', waitsFor: { who: 'duty-room' } }]);
    const at = plus(NOW, MINUTE_MS);
    const revised = following(sentBack, [
      { type: 'revise', items: [anItem({ itemId: itemAt(sentBack) })] },
      asCoordinator(at),
    ]);
    expect(openIn(revised)).toMatchObject([{ handOff: 'approval', key: '-', since: at, due: within(at) }]);
  });

  it('is the answer of each partner, by the time of its agreement', () => {
    const slow = agreementWith(HAIDONG, { replyWithinMinutes: 240 });
    const state = following(approved(), [place(agreementWith(LANZHOU), slow)]);
    expect(openIn(state)).toMatchObject([
      { handOff: 'answer', key: LANZHOU, due: DEADLINE },
      { handOff: 'answer', key: HAIDONG, due: '2026-07-15T04:00:00.000Z' },
    ]);
  });

  it('is the representative, once as much as is needed was promised', () => {
    const placed = twoTeams(LANZHOU, HAIDONG);
    const half = answered(placed, [accepts(itemAt(placed), [aTeam(1)])]);
    expect(waits(half)).toEqual([`answer ${HAIDONG}`]);
    const all = answered(half, [accepts(itemAt(placed), [aTeam(2)])], HAIDONG);
    expect(waits(all)).toEqual(['requisition representative']);
    expect(openIn(all)).toMatchObject([{ key: itemAt(placed), due: within(NOW) }]);
  });

  it('is the representative, when half is all that can be had', () => {
    const placed = twoTeams(LANZHOU, HAIDONG);
    const half = answered(placed, [accepts(itemAt(placed), [aTeam(1)])]);
    expect(waits(late(half))).toEqual([`answer ${HAIDONG}`, 'requisition representative']);
    const declined = answered(half, [declines(itemAt(placed))], HAIDONG);
    expect(waits(declined)).toEqual(['requisition representative']);
  });

  it('is a late answer, until others were asked', () => {
    const lapsed = late(placedWith(LANZHOU));
    expect(openIn(lapsed)).toMatchObject([{ handOff: 'answer', key: LANZHOU, due: DEADLINE }]);
    const at = plus(DEADLINE, MINUTE_MS);
    const widened = following(lapsed, [place(agreementWith(HAIDONG)), asCoordinator(at)]);
    expect(waits(widened)).toEqual([`answer ${HAIDONG}`]);
  });

  it('is the partner’s commitment, also when it is late', () => {
    const state = requisitioned();
    expect(openIn(state)).toContainEqual(
      expect.objectContaining({ handOff: 'commitment', key: recordAt(state).requisition.requisitionId, due: DEADLINE }),
    );
    expect(waits(late(state))).toContain(`commitment ${LANZHOU}`);
  });

  it('is the duty room for what a partner has refused to send', () => {
    const placed = placedItem({ quantity: 1 }, LANZHOU);
    const promised = answered(placed, [accepts(itemAt(placed), [aTeam(1)])]);
    const asked = following(promised, [requisition(taking(promised, [aTeam(1)]))]);
    expect(waits(asked)).toEqual([`commitment ${LANZHOU}`]);
    const refused = following(asked, [committing(refusalOf(recordAt(asked))), asPartner()]);
    expect(waits(refused)).toEqual(['placement duty-room']);
  });

  it('is nobody while what was committed is out: its missions have their own clocks', () => {
    expect(waits(committed()).filter((wait) => !wait.startsWith('answer'))).not.toContain('follow-up duty-room');
  });

  it('is the follow-up when all are home, then the archive', () => {
    const state = allHome();
    expect(waits(state)).toEqual(['follow-up duty-room']);
    const followed = following(state, [{ type: 'follow-up', satisfaction: 5, words: '满意' }, asCoordinator()]);
    expect(waits(followed)).toEqual(['archive duty-room']);
    expect(waits(following(followed, [{ type: 'close' }, asCoordinator()]))).toEqual([]);
  });

  it('is the duty room when all have declined', () => {
    const placed = placedWith(LANZHOU);
    const state = following(placed, [
      answering(placed, [declines(itemAt(placed)), declines(itemAt(placed, 1))]),
      asPartner(),
    ]);
    expect(openIn(state)).toMatchObject([{ handOff: 'placement', since: NOW, due: within(NOW) }]);
  });
});
