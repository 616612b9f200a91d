import * as fc from 'fast-check';
import type { PlacedRequest } from '../../shared/domain/request/placed-request.ts';
import type { RequestItem, SupplyItem, TeamItem } from '../../shared/domain/request/request-item.ts';
import type { Requisition } from '../../shared/domain/request/requisition.ts';
import { HAZARDS, RESPONSE_LEVELS } from '../../shared/domain/vocabulary/hazards.ts';
import type { Position } from '../../shared/domain/vocabulary/position.ts';
import { TEAM_KINDS } from '../../shared/domain/vocabulary/resource-kinds.ts';
import type { RequestMessage } from '../../shared/exchange/codecs/request-resource.ts';
import type { RequisitionMessage } from '../../shared/exchange/codecs/requisition-resource.ts';
import { costs, fen, id, moment, named, shortWords, supplyCode, words } from './answer-arbitraries.ts';

export const keysOf = <K extends string>(table: Readonly<Record<K, unknown>>): fc.Arbitrary<K> =>
  fc.constantFrom(...(Object.keys(table) as K[]));

/** @returns an arbitrary of objects in which these members may be missing. */
const partly = <T extends object>(arbitrary: fc.Arbitrary<T>, ...optional: readonly (keyof T)[]): fc.Arbitrary<T> =>
  fc.tuple(arbitrary, fc.subarray([...optional])).map(([whole, dropped]) => {
    const part = { ...whole };
    for (const name of dropped) delete part[name];
    return part;
  });

const coordinate = (limit: number) => fc.double({ min: -limit, max: limit, noNaN: true }).map((degrees) => degrees + 0);

export const position: fc.Arbitrary<Position> = fc.record({
  latitude: coordinate(90),
  longitude: coordinate(180),
  crs: fc.constantFrom<Position['crs']>('CGCS2000', 'WGS-84'),
  place: words,
});

const anErrand = fc
  .tuple(
    partly(
      fc.record({
        mission: words,
        reportingPoint: position,
        siteConditions: fc.oneof(fc.constant(''), words),
        logistics: partly(
          fc.record({ meals: fc.boolean(), lodging: fc.boolean(), fuel: fc.boolean(), notes: words }),
          'notes',
        ) as fc.Arbitrary<RequestItem['logistics']>,
        costCeiling: fen,
      }),
      'costCeiling',
    ),
    fc.uniqueArray(moment, { minLength: 2, maxLength: 2 }).map((moments) => moments.sort()),
  )
  .map(([item, [neededBy = '', neededUntil = '']]) => ({ ...item, neededBy, neededUntil }));

const merged = <A extends object, B extends object>(
  one: fc.Arbitrary<A>,
  other: fc.Arbitrary<B>,
): fc.Arbitrary<A & B> => fc.tuple(one, other).map(([first, second]) => ({ ...first, ...second }));

/** Any item of a request that asks for teams. */
export const anyTeamItem: fc.Arbitrary<TeamItem> = merged(
  partly(
    fc.record({
      itemId: id,
      kind: keysOf(TEAM_KINDS),
      level: fc.constantFrom<TeamItem['level']>(1, 2, 3),
      quantity: fc.integer({ min: 1, max: 100 }),
      checkInMinutes: fc.integer({ min: 10, max: 1440 }),
    }),
    'checkInMinutes',
  ),
  anErrand,
);

const anySupplyItem: fc.Arbitrary<SupplyItem> = merged(
  fc.record({
    itemId: id,
    kind: fc.constant('supplies' as const),
    level: fc.constant(3 as const),
    quantity: fc.integer({ min: 1, max: 1_000_000 }),
    supply: fc.record({ code: supplyCode, unit: shortWords }),
  }),
  anErrand,
);

/** Any item of a request. */
export const anyItem: fc.Arbitrary<RequestItem> = fc.oneof(anyTeamItem, anySupplyItem);

/** Any request as a partner gets it. */
const anyPlacedRequest: fc.Arbitrary<PlacedRequest> = fc.record({
  requestId: id,
  messageId: id,
  agreementId: id,
  incident: fc.record({
    incidentId: id,
    hazard: keysOf(HAZARDS),
    responseLevel: fc.constantFrom(...RESPONSE_LEVELS),
    title: words,
    occurredAt: moment,
    position,
  }),
  items: fc.uniqueArray(anyItem, { minLength: 1, maxLength: 4, selector: ({ itemId }) => itemId }),
  replyBy: moment,
  requestedBy: fc.record({
    city: fc.constantFrom('630100', '620100', '632800'),
    dutyRoom: fc.record({ name: words, telephone: words }),
  }),
  approvedBy: fc.record({ id: words, name: words }),
  placedAt: moment,
  exercise: fc.boolean(),
});

/** Anything a RequestResource can say. */
export const anyRequestMessage: fc.Arbitrary<RequestMessage> = fc.oneof(
  fc.record({ kind: fc.constant('request' as const), placed: anyPlacedRequest }),
  fc.record({ kind: fc.constant('update' as const), placed: anyPlacedRequest, recalledMessageId: id }),
  fc.record({
    kind: fc.constant('cancellation' as const),
    placed: anyPlacedRequest,
    recalledMessageId: id,
    reason: words,
  }),
);

const anyRequisition: fc.Arbitrary<Requisition> = merged(
  named,
  fc.record({
    requisitionId: id,
    messageId: id,
    itemId: id,
    costs,
    funding: fc.oneof(
      fc.record({ fundCode: words }),
      fc.record({ fundingInfo: words }),
      fc.record({ fundCode: words, fundingInfo: words }),
    ),
    signedBy: fc.record({ id: words, name: words, signedAt: moment }),
  }),
);

/** Anything a RequisitionResource can say. */
export const anyRequisitionMessage: fc.Arbitrary<RequisitionMessage> = fc.oneof(
  fc.record({ requisition: anyRequisition, preceding: id }),
  fc.record({
    requisition: anyRequisition,
    preceding: id,
    offer: fc.record({ offerId: id, placed: anyPlacedRequest }),
  }),
);
