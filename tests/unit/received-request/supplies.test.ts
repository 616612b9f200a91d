import { describe, expect, it } from 'vitest';
import { receivedRequest } from '../../../shared/domain/received-request/received-request.ts';
import type { ReceivedRequestCommandOf } from '../../../shared/domain/received-request/received-request-commands.ts';
import type { ReceivedRequestState } from '../../../shared/domain/received-request/received-request-state.ts';
import { someTerms } from '../../builders/agreement.ts';
import { NOW } from '../../builders/circumstances.ts';
import {
  acceptance,
  anItem,
  aPlacedRequest,
  aSupplyItem,
  atLanzhou,
  IDS,
  play,
  reception,
  requisition,
} from '../../builders/received-request.ts';
import { agreementWith } from '../../builders/request.ts';
import { aStockLine, STOCK_ID, stockDetails } from '../../builders/stock.ts';

const agreement = { ...agreementWith('620100'), terms: someTerms({ resourceKinds: ['water-rescue', 'supplies'] }) };
const asked = () => play([reception(aPlacedRequest({ items: [aSupplyItem()] }), agreement)]);
const lots = [{ stockId: STOCK_ID, quantity: 60 }];
const answer = (
  overrides: Parameters<typeof acceptance>[0] = {},
  stock = [aStockLine()],
): ReceivedRequestCommandOf<'answer'> => ({ ...acceptance({ teamIds: [], lots, ...overrides }), teams: [], stock });
const refusalOf = (state: ReceivedRequestState, command: ReceivedRequestCommandOf<'answer'>) => {
  const decision = receivedRequest.decide(state, command, atLanzhou());
  return decision.accepted ? 'accepted' : [decision.refusal.reason.code, decision.refusal.pointer];
};

const place = '/items/0/lots/0';

describe('an answer to an item that asks for supplies', () => {
  it.each([
    ['lots of the code and unit asked for', answer(), 'accepted'],
    ['a stock line nobody has', answer({}, []), ['stock-not-found', place]],
    ['one line twice', answer({ lots: [...lots, ...lots] }), ['stock-named-twice', '/items/0/lots/1']],
    [
      'more than is asked for',
      answer({ lots: [{ stockId: STOCK_ID, quantity: 121 }] }),
      ['more-supplies-than-asked', '/items/0/lots'],
    ],
    [
      'another code',
      answer({}, [aStockLine({ details: stockDetails({ code: '1040101' }) })]),
      ['supplies-of-another-code', place],
    ],
    [
      'another unit',
      answer({}, [aStockLine({ details: stockDetails({ unit: '套' }) })]),
      ['supplies-of-another-code', place],
    ],
    ['less on hand', answer({}, [aStockLine({ onHand: 59 })]), ['stock-not-enough', place]],
    [
      'what has expired',
      answer({}, [aStockLine({ details: stockDetails({ expiresAt: NOW }) })]),
      ['stock-expired', place],
    ],
    ['teams', answer({ teamIds: [IDS.team] }), ['supplies-are-asked-for', '/items/0/teamIds']],
  ] as const)('names %s', (_, command, outcome) => {
    expect(refusalOf(asked(), command)).toEqual(outcome);
  });

  it('is not one to an item that asks for teams', () => {
    const forTeams = play([reception(aPlacedRequest({ items: [anItem()] }))]);
    expect(refusalOf(forTeams, answer())).toEqual(['teams-are-asked-for', '/items/0/lots']);
  });

  it('is never given by itself', () => {
    expect(asked()).toMatchObject({ preAuthorised: [] });
  });

  it('keeps back what it names', () => {
    const state = play([answer()], asked());
    expect(state).toMatchObject({ status: 'answered', answers: [{ items: [{ teams: [], lots: [{ unit: '顶' }] }] }] });
    const [given] = state.answers;
    const consequences = given && receivedRequest.consequences?.({ type: 'itemsAnswered', answer: given }, state);
    const until = aSupplyItem().neededUntil;
    expect(consequences).toEqual([
      {
        kind: 'stock',
        id: STOCK_ID,
        command: { type: 'promise-lot', requestId: IDS.request, quantity: 60, until, exercise: false },
      },
    ]);
  });
});

describe('what is freed', () => {
  const given = () => play([answer()], asked());
  const eventsOf = (command: Parameters<typeof receivedRequest.decide>[1], state = given()) => {
    const decision = receivedRequest.decide(state, command, atLanzhou());
    return decision.accepted ? decision.events.map((event) => event.type) : [decision.refusal.reason.code];
  };
  const named = given().answers[0]?.items[0];
  const taken = named?.response === 'accept' ? named : expect.unreachable('it was accepted');
  const requisitioned = () => play([requisition({ teams: [], lots: taken.lots })], given());

  it('is told right after what frees it, and once', () => {
    const before = given();
    const messageId = before.answers[0]?.messageId ?? '';
    expect(eventsOf({ type: 'withdraw-answer', messageId, reason: '另有任务' }, before)).toEqual([
      'answerWithdrawn',
      'lotsFreed',
    ]);
    const refuse = { type: 'refuse-requisition', requisitionId: IDS.requisition, reason: '另有任务' } as const;
    expect(eventsOf(refuse, requisitioned())).toEqual(['requisitionRefused', 'lotsFreed']);
    const refused = play([refuse], requisitioned());
    expect(
      eventsOf({ type: 'receive-decline', from: '630100', messageId: IDS.request, reason: '不再需要' }, refused),
    ).not.toContain('lotsFreed');
  });

  it('is nothing of what is committed', () => {
    const deploymentId = IDS.incident;
    const commit: ReceivedRequestCommandOf<'commit'> = {
      type: 'commit',
      ...{ requisitionId: IDS.requisition, teams: [], lots: [{ stockId: STOCK_ID, deploymentId }] },
      ...{ estimatedDeparture: '2026-07-15T02:00:00.000Z', estimatedArrival: '2026-07-15T06:00:00.000Z' },
    };
    expect(eventsOf(commit, requisitioned())).toEqual(['requisitionCommitted']);
    const strangers = { ...commit, lots: [{ stockId: IDS.team, deploymentId }] };
    expect(eventsOf(strangers, requisitioned())).toEqual(['stock-not-requisitioned']);
  });
});
