import * as fc from 'fast-check';
import type { AnswerWithdrawal } from '../../shared/domain/received-request/answer-withdrawal.ts';
import type { Answer, ItemAnswer, NamedLot, NamedTeam } from '../../shared/domain/request/answer.ts';
import type { Commitment, CommittedTeam } from '../../shared/domain/request/requisition.ts';
import { COST_CATEGORIES, type Costs } from '../../shared/domain/vocabulary/costs.ts';

export const words = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 40 })
  .map((text) => text.trim())
  .filter((text) => text !== '');
export const moment = fc
  .date({ min: new Date('2020-01-01T00:00:00Z'), max: new Date('2099-12-31T00:00:00Z'), noInvalidDate: true })
  .map((date) => date.toISOString());
export const id = fc.uuid({ version: 7 });
export const fen = fc.integer({ min: 0, max: 1_000_000_000_000 });
export const costs: fc.Arbitrary<Costs> = fc.dictionary(fc.constantFrom(...COST_CATEGORIES), fen, {
  noNullPrototype: true,
});

export const namedTeam: fc.Arbitrary<NamedTeam> = fc.record({
  teamId: id,
  name: words,
  level: fc.constantFrom<NamedTeam['level']>(1, 2, 3),
  headcount: fc.integer({ min: 1, max: 10_000 }),
});

export const shortWords = words.filter((text) => text.length <= 20);
export const supplyCode = fc.stringMatching(/^[1-3][0-9]{6}$/);

const namedLot: fc.Arbitrary<NamedLot> = fc.record({
  stockId: id,
  name: words,
  code: supplyCode,
  unit: shortWords,
  quantity: fc.integer({ min: 1, max: 1_000_000 }),
});

/** Teams, or lots of supplies. */
export const named: fc.Arbitrary<{ teams: NamedTeam[]; lots?: NamedLot[] }> = fc.oneof(
  fc.record({ teams: fc.array(namedTeam, { minLength: 1, maxLength: 4 }) }),
  fc.record({ teams: fc.constant<NamedTeam[]>([]), lots: fc.array(namedLot, { minLength: 1, maxLength: 4 }) }),
);

const withNamed = <T extends object>(arbitrary: fc.Arbitrary<T>) =>
  fc.tuple(arbitrary, named).map(([one, other]) => ({ ...one, ...other }));

const promised = {
  itemId: id,
  estimatedDeparture: moment,
  estimatedArrival: moment,
  costs,
};

const itemAnswer: fc.Arbitrary<ItemAnswer> = fc.oneof(
  withNamed(fc.record({ response: fc.constant('accept' as const), ...promised })),
  withNamed(fc.record({ response: fc.constant('provisional' as const), ...promised, reason: words })),
  fc.record({ response: fc.constant('decline' as const), itemId: id, reason: words }),
);

/** Any answer to any of a request's items, each answered once. */
export const anyAnswer: fc.Arbitrary<Answer> = fc.record({
  messageId: id,
  answeredAt: moment,
  items: fc.uniqueArray(itemAnswer, { minLength: 1, maxLength: 5, selector: ({ itemId }) => itemId }),
  automatic: fc.boolean(),
});

export const anyAnswerWithdrawal: fc.Arbitrary<AnswerWithdrawal> = fc.record({
  messageId: id,
  recalledMessageId: id,
  itemIds: fc.uniqueArray(id, { minLength: 1, maxLength: 5 }),
  reason: words,
  withdrawnAt: moment,
});

const answered = { requisitionId: id, messageId: id };

const committed = {
  outcome: fc.constant('committed' as const),
  ...answered,
  orderNumber: words,
  estimatedDeparture: moment,
  estimatedArrival: moment,
  signedBy: fc.record({ id: words, name: words, signedAt: moment }),
};

const several = <T extends { deploymentId: string }>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T[]> =>
  fc.uniqueArray(arbitrary, { minLength: 1, maxLength: 4, selector: ({ deploymentId }) => deploymentId });

export const anyCommitment: fc.Arbitrary<Commitment> = fc.oneof(
  fc.record({ ...committed, teams: several(fc.record({ deploymentId: id, team: namedTeam })) }),
  fc.record({
    ...committed,
    teams: fc.constant<CommittedTeam[]>([]),
    lots: several(fc.record({ deploymentId: id, lot: namedLot })),
  }),
  fc.record({ outcome: fc.constant('refused' as const), ...answered, reason: words }),
);
