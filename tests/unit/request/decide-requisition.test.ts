import { describe, expect, it } from 'vitest';
import { quantitiesOf, quoteLeft } from '../../../shared/domain/request/bookkeeping.ts';
import { request } from '../../../shared/domain/request/request.ts';
import type { Taking } from '../../../shared/domain/request/request-commands.ts';
import { LANZHOU, NOW } from '../../builders/circumstances.ts';
import { idOf } from '../../builders/received-request.ts';
import {
  accepts,
  answered,
  asPartner,
  asRepresentative,
  aTeam,
  awaitingAt,
  commitmentOf,
  committing,
  declines,
  following,
  HAIDONG,
  happened,
  itemAt,
  itemsOf,
  open,
  outcomeOf,
  placedItem,
  placedWith,
  placementOf,
  recordAt,
  refusalOf,
  requisition,
  taking,
} from '../../builders/request.ts';

const offered = () => {
  const placed = placedItem({ quantity: 2, costCeiling: 1_500_000 }, LANZHOU, HAIDONG);
  const lanzhou = answered(placed, [accepts(itemAt(placed), [aTeam(1), aTeam(2)])]);
  return answered(lanzhou, [accepts(itemAt(placed), [aTeam(3), aTeam(4)])], HAIDONG);
};

describe('requisitioning', () => {
  it('takes named teams of an answer, signed, each requisition with its message and its deadline', () => {
    const state = offered();
    const command = requisition(
      taking(state, [aTeam(1)]),
      taking(state, [aTeam(3)], { city: HAIDONG, reason: '费用最低' }),
    );
    const { state: after, events } = happened(state, command, asRepresentative());
    expect(events.map(({ type }) => type)).toEqual(['teamsRequisitioned']);
    expect(awaitingAt(after)).toMatchObject({
      city: LANZHOU,
      reason: '最快到达',
      precedingMessageId: placementOf(state).answers[0]?.messageId,
      agreementId: placementOf(state).agreementId,
      commitBy: '2026-07-15T02:00:00.000Z',
      requisition: {
        teams: [aTeam(1)],
        costs: { personnel: 500_000 },
        funding: { fundCode: 'XN-2026-07' },
        signedBy: { id: 'representative@630100', signedAt: NOW },
      },
    });
    expect(awaitingAt(after, 1)).toMatchObject({ city: HAIDONG, requisition: { teams: [aTeam(3)] } });
    expect(awaitingAt(after).requisition.messageId).not.toBe(awaitingAt(after, 1).requisition.messageId);
  });

  const REFUSED: readonly [string, Partial<Taking>, string, string][] = [
    ['an item there is not', { itemId: idOf(1) }, 'unknown-item', '/itemId'],
    ['a city it was not placed with', { city: '632500' }, 'not-a-partner-of-this-request', '/city'],
    ['a team that was not promised', { teamIds: [aTeam(3).teamId] }, 'team-not-promised', '/teamIds/0'],
    ['a team twice', { teamIds: [aTeam(1).teamId, aTeam(1).teamId] }, 'team-named-twice', '/teamIds/1'],
    ['a price above the quote', { costs: { travel: 200_001 } }, 'costs-above-quote', '/costs/travel'],
    ['a category that was not quoted', { costs: { other: 1 } }, 'costs-above-quote', '/costs/other'],
  ];
  it.each(REFUSED)('refuses %s, and takes nothing', (_, overrides, code, pointer) => {
    const state = offered();
    const command = requisition(taking(state, [aTeam(2)], { costs: {} }), taking(state, [aTeam(1)], overrides));
    const decision = request.decide(state, command, asRepresentative());
    expect(!decision.accepted && decision.refusal).toMatchObject({
      reason: { code },
      pointer: `/requisitions/1${pointer}`,
    });
  });

  it('refuses what was declined', () => {
    const placed = placedItem({}, LANZHOU, HAIDONG);
    const state = answered(placed, [declines(itemAt(placed))]);
    expect(outcomeOf(state, requisition(taking(state, [aTeam(1)])))).toBe('nothing-promised');
  });

  it('takes more teams than needed only when that is said', () => {
    const state = offered();
    const both = taking(state, [aTeam(1), aTeam(2)], { costs: {} });
    const third = taking(state, [aTeam(3)], { city: HAIDONG, costs: {} });
    expect(outcomeOf(state, requisition(both, third))).toBe('more-than-needed');
    expect(outcomeOf(state, requisition(both, { ...third, evenIfMoreThanNeeded: true }))).toBe('accepted');
  });

  it('goes above the cost ceiling only when that is said, counting what was requisitioned before', () => {
    const state = offered();
    const first = taking(state, [aTeam(1)], { costs: { personnel: 1_000_000 } });
    const second = taking(state, [aTeam(3)], { city: HAIDONG, costs: { personnel: 500_001 } });
    expect(outcomeOf(state, requisition(first, { ...second, costs: { personnel: 500_000 } }))).toBe('accepted');
    expect(outcomeOf(state, requisition(first, second))).toBe('cost-ceiling-exceeded');
    expect(outcomeOf(state, requisition(first, { ...second, evenIfOverCeiling: true }))).toBe('accepted');
  });

  it('pays no quote twice: several requisitions of one answer share it', () => {
    const state = offered();
    const first = taking(state, [aTeam(1)], { costs: { personnel: 900_000 } });
    const second = taking(state, [aTeam(2)], { costs: { personnel: 100_001 } });
    expect(outcomeOf(state, requisition(first, second))).toBe('costs-above-quote');
    const one = following(state, [requisition(first), asRepresentative()]);
    expect(quoteLeft(open(one), placementOf(one), itemAt(one))).toMatchObject({ personnel: 100_000, travel: 200_000 });
  });

  it('takes teams promised on a condition', () => {
    const placed = placedItem({}, LANZHOU);
    const { costs, ...promise } = accepts(itemAt(placed), [aTeam(1)]) as Extract<
      ReturnType<typeof accepts>,
      { response: 'accept' }
    >;
    const state = answered(placed, [{ ...promise, costs, response: 'provisional', reason: '需直升机转运' }]);
    expect(outcomeOf(state, requisition(taking(state, [aTeam(1)])))).toBe('accepted');
  });
});

describe('a commitment', () => {
  const requisitioned = () => {
    const state = offered();
    return open(
      following(state, [
        requisition(taking(state, [aTeam(1), aTeam(2)], { costs: { travel: 100_001 } })),
        asRepresentative(),
      ]),
    );
  };

  it('opens a deployment for every team at this end, each with its mission order', () => {
    const state = requisitioned();
    const commitment = commitmentOf(recordAt(state));
    const { state: after, events } = happened(state, committing(commitment), asPartner());
    const [event] = events;
    if (!event) throw new Error('a commitment is an event');
    const consequences = request.consequences?.(event, after) ?? [];
    expect(consequences.map(({ kind, id }) => [kind, id])).toEqual(
      commitment.teams.map(({ deploymentId }) => ['deployment', deploymentId]),
    );
    const [item] = state.items;
    expect(consequences.map(({ command }) => command)).toMatchObject(
      [50_001, 50_000].map((travel, index) => ({
        type: 'open',
        side: 'requester',
        mission: {
          requestId: state.id,
          requisitionId: commitment.requisitionId,
          orderNumber: 'LZ-2026-0001',
          owner: LANZHOU,
          requester: '630100',
          team: commitment.teams[index]?.team,
          costs: { travel },
          requestedArrival: item?.neededBy,
          requestedReturn: item?.neededUntil,
          commitMessageId: commitment.messageId,
        },
      })),
    );
    expect(request.related?.(after)).toEqual(consequences.map(({ id }) => ({ kind: 'deployment', id })));
  });

  it('of a requisition that was thought lost is taken all the same: the team is promised', () => {
    const state = requisitioned();
    const record = recordAt(state);
    const reason = { zh: '未能送达。', en: 'It could not be delivered.' };
    const lost = { messageId: record.requisition.messageId, city: LANZHOU, code: 'undeliverable', reason };
    const before = following(state, [{ type: 'message-failed', ...lost }]);
    expect(recordAt(before).status).toBe('not-taken');
    const after = following(before, [committing(commitmentOf(record)), asPartner()]);
    expect(recordAt(after).status).toBe('committed');
  });

  it('of fewer teams leaves the rest open again', () => {
    const state = requisitioned();
    const [water] = state.items;
    if (!water) throw new Error('an item was asked for');
    const after = open(following(state, [committing(commitmentOf(recordAt(state), [aTeam(2)])), asPartner()]));
    expect(quantitiesOf(after, water)).toMatchObject({ needed: 2, requisitioned: 1, committed: 1, open: 1 });
  });

  it('that is refused opens the item again and tells the duty room urgently', () => {
    const state = requisitioned();
    const { state: after, events } = happened(state, committing(refusalOf(recordAt(state))), asPartner());
    const [water] = after.items;
    if (!water) throw new Error('an item was asked for');
    expect(quantitiesOf(open(after), water)).toMatchObject({ requisitioned: 0, open: 2, answered: 2 });
    const notices = events.flatMap((event) => request.notices?.(event, after) ?? []);
    expect(notices).toMatchObject([{ urgency: 'urgent', text: { zh: expect.stringContaining('重新待补') } }]);
    expect(outcomeOf(after, requisition(taking(after, [aTeam(1)])))).toBe('team-not-promised');
  });

  it('is refused when it answers no requisition, was answered before, or brings other teams', () => {
    const state = requisitioned();
    const commitment = commitmentOf(recordAt(state));
    expect(outcomeOf(state, committing({ ...commitment, requisitionId: idOf(1) }))).toBe('unknown-requisition');
    expect(outcomeOf(state, committing(commitment, HAIDONG))).toBe('unknown-requisition');
    expect(outcomeOf(state, committing(commitmentOf(recordAt(state), [aTeam(9)])))).toBe('team-not-requisitioned');
    expect(outcomeOf(state, committing(commitmentOf(recordAt(state), [aTeam(1), aTeam(1)])))).toBe('team-named-twice');
    const once = following(state, [committing(commitment), asPartner()]);
    expect(outcomeOf(once, committing(commitment))).toBe('requisition-already-answered');
  });
});

describe('quantities of an item', () => {
  it('say where every team is', () => {
    const placed = placedWith(LANZHOU, HAIDONG);
    const [water] = itemsOf(placed);
    expect(quantitiesOf(placed, water)).toMatchObject({
      needed: 2,
      answered: 0,
      requisitioned: 0,
      committed: 0,
      open: 2,
    });
    const first = answered(placed, [accepts(water.itemId, [aTeam(1)])]);
    const both = answered(first, [accepts(water.itemId, [aTeam(3), aTeam(4)])], HAIDONG);
    expect(quantitiesOf(both, water)).toMatchObject({ answered: 3, open: 2 });
    const taken = open(following(both, [requisition(taking(both, [aTeam(1)])), asRepresentative()]));
    expect(quantitiesOf(taken, water)).toMatchObject({ answered: 3, requisitioned: 1, committed: 0, open: 1 });
    const sent = open(following(taken, [committing(commitmentOf(recordAt(taken))), asPartner()]));
    expect(quantitiesOf(sent, water)).toMatchObject({ answered: 3, requisitioned: 1, committed: 1, open: 1 });
  });
});
