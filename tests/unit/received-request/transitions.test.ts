import { describe, expect, it } from 'vitest';
import { receivedRequest } from '../../../shared/domain/received-request/received-request.ts';
import type { ReceivedRequestCommand } from '../../../shared/domain/received-request/received-request-commands.ts';
import {
  ReceivedRequestStateSchema,
  type ReceivedRequestStatus,
} from '../../../shared/domain/received-request/received-request-state.ts';
import { outcomeOf, signedAgreement } from '../../builders/agreement.ts';
import {
  acceptance,
  anAcceptance,
  anItem,
  aPlacedRequest,
  atLanzhou,
  cancellation,
  commitment,
  decline,
  IDS,
  idOf,
  REQUESTER,
  receivedRequestIn,
  reception,
  requisition,
} from '../../builders/received-request.ts';

const STATUSES = Object.keys(receivedRequestIn) as ReceivedRequestStatus[];

const decided = (status: ReceivedRequestStatus, command: ReceivedRequestCommand) =>
  outcomeOf(receivedRequest.decide(receivedRequestIn[status](), command, atLanzhou()));

const changed = aPlacedRequest({ messageId: idOf(0x103), items: [anItem(), anItem({ itemId: idOf(0x404) })] });
const update: ReceivedRequestCommand = {
  type: 'receive-update',
  from: REQUESTER,
  placed: changed,
  recalledMessageId: IDS.requestMessage,
  agreement: signedAgreement(),
};
const declined: ReceivedRequestCommand = {
  type: 'receive-decline',
  from: REQUESTER,
  messageId: idOf(0x110),
  reason: '已由他市派出',
};

/** What comes of a command in each status; statuses left out: the code under `otherwise`. */
const TABLE: readonly {
  readonly command: ReceivedRequestCommand;
  readonly outcomes: Partial<Record<ReceivedRequestStatus, string>>;
  readonly otherwise: string;
}[] = [
  { command: reception(), outcomes: {}, otherwise: 'request-already-received' },
  {
    command: acceptance(),
    outcomes: {
      received: 'accepted',
      lapsed: 'accepted',
      answered: 'item-already-answered',
      requisitioned: 'item-already-answered',
      committed: 'item-already-answered',
    },
    otherwise: 'received-request-ended',
  },
  {
    command: requisition({ requisitionId: idOf(0x710), messageId: idOf(0x711) }),
    outcomes: {
      received: 'team-not-promised',
      lapsed: 'team-not-promised',
      answered: 'accepted',
      cancelled: 'received-request-ended',
      archived: 'received-request-ended',
    },
    otherwise: 'team-named-twice',
  },
  {
    command: commitment(),
    outcomes: {
      received: 'requisition-not-found',
      answered: 'requisition-not-found',
      requisitioned: 'accepted',
      committed: 'requisition-already-settled',
    },
    otherwise: 'received-request-ended',
  },
  {
    command: { type: 'refuse-requisition', requisitionId: IDS.requisition, reason: '队伍另有任务' },
    outcomes: {
      received: 'requisition-not-found',
      answered: 'requisition-not-found',
      requisitioned: 'accepted',
      committed: 'requisition-already-settled',
    },
    otherwise: 'received-request-ended',
  },
  { command: cancellation, outcomes: { committed: 'already-committed' }, otherwise: 'accepted' },
  {
    command: update,
    outcomes: { cancelled: 'received-request-ended', archived: 'received-request-ended' },
    otherwise: 'accepted',
  },
  { command: declined, outcomes: {}, otherwise: 'accepted' },
  {
    command: { type: 'archive' },
    outcomes: { lapsed: 'accepted', cancelled: 'accepted', concluded: 'accepted', archived: 'accepted' },
    otherwise: 'received-request-not-ended',
  },
  { command: { type: 'clock-ran-out' }, outcomes: {}, otherwise: 'accepted' },
];

describe('a received request in each of its statuses', () => {
  it.each(STATUSES)('can be written and read back when %s', (status) => {
    const state = receivedRequestIn[status]();
    expect(state.status).toBe(status);
    expect(ReceivedRequestStateSchema.parse(JSON.parse(JSON.stringify(state)))).toEqual(state);
  });

  describe.each(TABLE)('$command.type', ({ command, outcomes, otherwise }) => {
    it.each(STATUSES)('when %s', (status) => {
      expect(decided(status, command)).toBe(outcomes[status] ?? otherwise);
    });
  });

  it('is not there before it came', () => {
    const outcome = outcomeOf(receivedRequest.decide(undefined, { type: 'archive' }, atLanzhou()));
    expect(outcome).toBe('received-request-not-found');
  });

  it.each<[string, ReceivedRequestCommand]>([
    ['an update', update],
    ['a cancellation', cancellation],
    ['a requisition', requisition()],
    ['a declined answer', declined],
  ])('takes %s from the city that placed it only', (_, command) => {
    const forged = { ...command, from: '632500' } as ReceivedRequestCommand;
    expect(decided('answered', forged)).toBe('not-the-requesting-city');
  });

  it('is not updated by what recalls another message', () => {
    expect(decided('received', { ...update, recalledMessageId: idOf(0x999) })).toBe('recalls-another-message');
  });

  it('is not updated in an item that was requisitioned', () => {
    const items = [anItem({ quantity: 5 })];
    const command: ReceivedRequestCommand = { ...update, placed: aPlacedRequest({ messageId: idOf(0x103), items }) };
    expect(decided('requisitioned', command)).toBe('already-requisitioned');
  });
});

describe('an answer of the duty room', () => {
  const answered = (item: Parameters<typeof acceptance>[0]) => decided('received', acceptance(item));

  it.each<[string, Parameters<typeof acceptance>[0], string]>([
    ['an item that was not asked for', { itemId: idOf(0x499) }, 'unknown-item'],
    ['a team the city does not have', { teamIds: [idOf(0x599)] }, 'team-not-found'],
    ['the same team twice', { teamIds: [IDS.team, IDS.team] }, 'team-named-twice'],
    ['more teams than asked for', { teamIds: [IDS.team, IDS.secondTeam, idOf(0x504)] }, 'more-teams-than-asked'],
    ['a team of another kind', { teamIds: [IDS.medicalTeam] }, 'team-of-another-kind'],
    ['an arrival before the departure', { estimatedArrival: '2026-07-15T01:00:00.000Z' }, 'arrival-before-departure'],
    [
      'an arrival that has passed',
      { estimatedDeparture: '2026-07-14T01:00:00.000Z', estimatedArrival: '2026-07-14T06:00:00.000Z' },
      'arrival-in-the-past',
    ],
  ])('does not name %s', (_, item, code) => {
    expect(answered(item)).toBe(code);
  });

  it('points at what is wrong', () => {
    const command = acceptance({ teamIds: [IDS.team, idOf(0x599)] });
    const decision = receivedRequest.decide(receivedRequestIn.received(), command, atLanzhou());
    expect(decision).toMatchObject({ refusal: { pointer: '/items/0/teamIds/1' } });
  });

  it('answers an item once', () => {
    const { items, teams } = acceptance({ teamIds: [IDS.team] });
    expect(decided('received', { type: 'answer', items: [...items, ...items], teams })).toBe('item-answered-twice');
  });

  it('is above the ceiling only with a condition', () => {
    const { items, teams } = acceptance({ costs: { personnel: 501 } });
    const placed = aPlacedRequest({ items: [anItem({ costCeiling: 500 })] });
    const start = receivedRequest.evolve(undefined, {
      type: 'requestReceived',
      provider: '620100',
      placed,
      at: placed.placedAt,
      replyBy: placed.replyBy,
      replyWithinMinutes: 120,
      preAuthorised: [],
    });
    const outcome = (command: ReceivedRequestCommand) => outcomeOf(receivedRequest.decide(start, command, atLanzhou()));
    expect(outcome({ type: 'answer', items, teams })).toBe('above-cost-ceiling');
    const [item] = items;
    const conditional = { ...item, response: 'provisional', reason: '超出上限，需贵方确认' } as typeof item;
    expect(outcome({ type: 'answer', items: conditional ? [conditional] : [], teams })).toBe('accepted');
  });

  it('is withdrawn until something of it is requisitioned', () => {
    const state = receivedRequestIn.answered();
    const [first] = state.answers;
    const command: ReceivedRequestCommand = {
      type: 'withdraw-answer',
      messageId: first?.messageId ?? '',
      reason: '本市突发险情',
    };
    const decision = receivedRequest.decide(state, command, atLanzhou());
    expect(decision).toMatchObject({ events: [{ type: 'answerWithdrawn', withdrawal: { itemIds: [IDS.waterItem] } }] });
    const requisitioned = receivedRequestIn.requisitioned();
    const late = { ...command, messageId: requisitioned.answers[0]?.messageId ?? '' };
    expect(outcomeOf(receivedRequest.decide(requisitioned, late, atLanzhou()))).toBe('already-requisitioned');
    expect(decided('answered', { ...command, messageId: idOf(0x998) })).toBe('answer-not-found');
  });

  it('stands for the items that an update does not change', () => {
    const before = receivedRequestIn.answered();
    const decision = receivedRequest.decide(before, update, atLanzhou());
    const after = decision.accepted
      ? decision.events.reduce((state, event) => receivedRequest.evolve(state, event), before)
      : before;
    expect(after.status).toBe('received');
    expect(after.answers.flatMap(({ items }) => items)).toEqual([anAcceptance()]);
  });

  it('keeps a declined item answered', () => {
    expect(decided('answered', decline)).toBe('item-already-answered');
  });
});
