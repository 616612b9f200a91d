import { describe, expect, it } from 'vitest';
import type { NamedLot } from '../../../shared/domain/request/answer.ts';
import { quantitiesOf } from '../../../shared/domain/request/bookkeeping.ts';
import { compareAnswers } from '../../../shared/domain/request/compare-answers.ts';
import { DraftItemSchema } from '../../../shared/domain/request/request-item.ts';
import { deploymentsOf, type OpenRequest } from '../../../shared/domain/request/request-state.ts';
import { LANZHOU } from '../../builders/circumstances.ts';
import { aSupplyItem, idOf } from '../../builders/received-request.ts';
import {
  accepts,
  agreementWith,
  answered,
  answering,
  asApprover,
  asPartner,
  asRepresentative,
  aTeam,
  commitmentOf,
  committing,
  draft,
  following,
  itemAt,
  open,
  outcomeOf,
  place,
  recordAt,
  requisition,
  taking,
} from '../../builders/request.ts';

const lot = (number: number, quantity: number, overrides: Partial<NamedLot> = {}): NamedLot => ({
  ...{ stockId: idOf(0x510 + number), name: '棉帐篷', code: '1040102', unit: '顶', quantity },
  ...overrides,
});

/** A request for a hundred and twenty tents, with Lanzhou. */
const asked = (): OpenRequest => {
  const { itemId: _, ...item } = aSupplyItem();
  return open(
    following(
      undefined,
      [{ ...draft(), items: [item] } as ReturnType<typeof draft>],
      [{ type: 'approve' }, asApprover()],
      [place(agreementWith(LANZHOU, { resourceKinds: ['water-rescue', 'supplies'] }))],
    ),
  );
};
const offering = (...lots: NamedLot[]) => accepts(itemAt(asked()), [], { lots });
const offered = (): OpenRequest => {
  const state = asked();
  return answered(state, [accepts(itemAt(state), [], { lots: [lot(1, 90), lot(2, 20)] })]);
};
const take = (state: OpenRequest, ...stockIds: string[]) => requisition(taking(state, [], { stockIds }));
const quantities = (state: OpenRequest) => state.items.map((item) => quantitiesOf(state, item));

describe('an item that asks for supplies', () => {
  const { itemId: _, ...item } = aSupplyItem();

  it.each([
    ['a code and a unit', item, true],
    ['no level, as goods have none', { ...item, level: undefined }, true],
    ['more units than there can be teams', { ...item, quantity: 5000 }, true],
    ['no code', { ...item, supply: undefined }, false],
    ['a class for a code', { ...item, supply: { code: '1', unit: '顶' } }, false],
    ['a level', { ...item, level: 1 }, false],
    ['a kind of team', { ...item, kind: 'water-rescue' }, false],
  ])('is written with %s', (_what, draftItem, isRight) => {
    expect(DraftItemSchema.safeParse(draftItem).success).toBe(isRight);
  });

  it.each([
    ['lots of it', [lot(1, 90), lot(2, 30)], 'accepted'],
    ['more than is asked for', [lot(1, 121)], 'more-than-asked'],
    ['another code', [lot(1, 90, { code: '1040101' })], 'answer-names-something-else'],
    ['another unit', [lot(1, 90, { unit: '套' })], 'answer-names-something-else'],
    ['one stock line twice', [lot(1, 50), lot(1, 50)], 'team-named-twice'],
  ] as const)('is answered with %s', (_what, lots, outcome) => {
    const state = asked();
    const answer = { ...offering(...lots), itemId: itemAt(state) };
    expect(outcomeOf(state, answering(state, [answer], { from: LANZHOU }), asPartner(LANZHOU))).toBe(outcome);
  });

  it('is not answered with teams', () => {
    const state = asked();
    const teams = [accepts(itemAt(state), [aTeam(1)])];
    const outcome = outcomeOf(state, answering(state, teams, { from: LANZHOU }), asPartner(LANZHOU));
    expect(outcome).toBe('answer-names-something-else');
  });
});

describe('units of supplies', () => {
  it('are counted as they come through', () => {
    const state = offered();
    expect(quantities(state)).toMatchObject([{ needed: 120, answered: 110, requisitioned: 0, open: 120 }]);
    const taken = open(following(state, [take(state, lot(1, 90).stockId), asRepresentative()]));
    expect(quantities(taken)).toMatchObject([{ answered: 110, requisitioned: 90, committed: 0, open: 30 }]);
  });

  it('are compared by what they leave missing, without a level', () => {
    expect(compareAnswers(offered())).toMatchObject([
      {
        offers: [
          {
            ...{ teams: [], lots: [{ quantity: 90 }, { quantity: 20 }], fit: { teamsAtLevel: 0, shortfall: 10 } },
            reasons: [{ en: '棉帐篷 90 顶, 棉帐篷 20 顶 offered' }, { zh: '仍缺10顶' }, {}, {}],
          },
        ],
      },
    ]);
  });

  it.each([
    ['one that was not promised', [idOf(0x519)], 'team-not-promised'],
    ['one twice', [lot(1, 90).stockId, lot(1, 90).stockId], 'team-named-twice'],
  ])('are not taken by naming %s', (_what, stockIds, outcome) => {
    const state = offered();
    expect(outcomeOf(state, take(state, ...stockIds), asRepresentative())).toBe(outcome);
  });

  it('are not taken twice out of one answer', () => {
    const state = offered();
    const taken = open(following(state, [take(state, lot(1, 90).stockId), asRepresentative()]));
    expect(outcomeOf(taken, take(taken, lot(1, 90).stockId), asRepresentative())).toBe('team-not-promised');
  });

  it('open a deployment for each lot that is committed, of those that were requisitioned', () => {
    const state = offered();
    const stockIds = [lot(1, 90).stockId, lot(2, 20).stockId];
    const taken = open(following(state, [take(state, ...stockIds), asRepresentative()]));
    const commitmentWith = (lots: readonly NamedLot[]) =>
      committing({
        ...commitmentOf(recordAt(taken), []),
        lots: lots.map((each, index) => ({ deploymentId: idOf(0x910 + index), lot: each })),
      });
    const partner = asPartner(LANZHOU);
    expect(outcomeOf(taken, commitmentWith([lot(3, 5)]), partner)).toBe('team-not-requisitioned');
    const committed = open(following(taken, [commitmentWith([lot(1, 90)]), partner]));
    expect(deploymentsOf(committed)).toEqual([{ deploymentId: idOf(0x910), ended: false }]);
    expect(quantities(committed)).toMatchObject([{ committed: 90, open: 30 }]);
  });
});
