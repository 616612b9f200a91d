import { describe, expect, it } from 'vitest';
import type { Circumstances } from '../../../shared/domain/kernel/decision.ts';
import { request } from '../../../shared/domain/request/request.ts';
import type { RequestCommand } from '../../../shared/domain/request/request-commands.ts';
import {
  type RequestState,
  type RequestStatus,
  RequestStatusSchema,
} from '../../../shared/domain/request/request-state.ts';
import { circumstances, LANZHOU } from '../../builders/circumstances.ts';
import { anItem, IDS } from '../../builders/received-request.ts';
import {
  agreementWith,
  asApprover,
  asPartner,
  asRepresentative,
  draft,
  HAIDONG,
  happened,
  itemAt,
  outcomeOf,
  place,
  requestIn,
} from '../../builders/request.ts';
import { aTeam, TEAM_ID } from '../../builders/team.ts';

type Outcome = RequestStatus | string;
type Row = readonly [
  name: string,
  command: (state: RequestState) => RequestCommand,
  who: Circumstances,
  Record<RequestStatus, Outcome>,
];

const no = 'request-status-does-not-allow';
const everywhere = (outcome: Outcome, except: Partial<Record<RequestStatus, Outcome>> = {}) =>
  ({ ...Object.fromEntries(RequestStatusSchema.options.map((status) => [status, outcome])), ...except }) as Record<
    RequestStatus,
    Outcome
  >;

const { itemId: _, ...newItem } = anItem({ quantity: 5 });
const HAIDONG_ID = '0190b000-0000-7000-8000-00000000a001';
const ownTeam = (itemId: string) => ({
  ...{ itemId, teamId: TEAM_ID, deploymentId: IDS.answerMessage, team: aTeam(), pointer: '/teamIds/0' },
});
const message = { from: LANZHOU, messageId: IDS.answerMessage };

/** What each command comes to in each status: the status after it, or the code it is refused with. */
const TABLE: readonly Row[] = [
  ['draft', () => draft(), circumstances(), everywhere('request-already-exists')],
  ['revise', () => ({ type: 'revise', items: [newItem] }), circumstances(), everywhere(no, { drafted: 'drafted' })],
  ['approve', () => ({ type: 'approve' }), asApprover(), everywhere(no, { drafted: 'approved' })],
  [
    'send-back',
    () => ({ type: 'send-back', reason: '数量不清' }),
    asApprover(),
    everywhere(no, { drafted: 'drafted', approved: 'drafted' }),
  ],
  [
    'dispatch an own team',
    (state) => ({ type: 'dispatch', teams: [ownTeam(itemAt(state))], evenIfMoreThanNeeded: true }),
    circumstances(),
    everywhere('placed', {
      drafted: no,
      lapsed: 'lapsed',
      'unable-to-fill': 'unable-to-fill',
      cancelled: no,
      closed: no,
    }),
  ],
  [
    'source from a plan',
    () => ({ type: 'source', agreements: [{ agreementId: HAIDONG_ID, agreement: undefined }], teams: [], lots: [] }),
    circumstances(),
    everywhere('agreement-not-found', { drafted: no, cancelled: no, closed: no }),
  ],
  [
    'note a task',
    (state) => ({
      type: 'note-task',
      task: { taskId: IDS.answerMessage, itemId: itemAt(state), agencyIds: [], teams: 1 },
    }),
    circumstances(),
    everywhere('placed', {
      ...{ drafted: 'drafted', lapsed: 'lapsed', 'unable-to-fill': 'unable-to-fill' },
      ...{ cancelled: 'cancelled', closed: 'closed' },
    }),
  ],
  [
    'place with another partner',
    () => place(agreementWith(HAIDONG)),
    circumstances(),
    everywhere('placed', { drafted: no, cancelled: no, closed: no }),
  ],
  [
    'update',
    () => ({ type: 'update', items: [newItem] }),
    circumstances(),
    everywhere(no, { placed: 'placed', lapsed: 'placed', 'unable-to-fill': 'placed' }),
  ],
  [
    'cancel',
    () => ({ type: 'cancel', reason: '险情解除' }),
    circumstances(),
    everywhere('cancelled', { cancelled: no, closed: no }),
  ],
  [
    'receive-answer',
    (state) => ({
      type: 'receive-answer',
      from: LANZHOU,
      answering: 'placements' in state ? (state.placements[0]?.messageId ?? '') : '',
      answer: {
        messageId: IDS.answerMessage,
        answeredAt: '2026-07-15T00:10:00.000Z',
        items: [{ response: 'decline', itemId: itemAt(state, 1), reason: '无此类队伍' }],
        automatic: false,
      },
    }),
    asPartner(),
    everywhere(no, { placed: 'placed', lapsed: 'lapsed', 'unable-to-fill': 'unable-to-fill' }),
  ],
  [
    'receive-answer-withdrawal',
    (state) => ({
      type: 'receive-answer-withdrawal',
      from: LANZHOU,
      withdrawal: {
        messageId: IDS.team,
        recalledMessageId: message.messageId,
        itemIds: [itemAt(state)],
        reason: '道路中断',
        withdrawnAt: '2026-07-15T00:10:00.000Z',
      },
    }),
    asPartner(),
    everywhere(no, { placed: 'unknown-answer', lapsed: 'unknown-answer', 'unable-to-fill': 'unknown-answer' }),
  ],
  [
    'decline-answer',
    () => ({ type: 'decline-answer', city: LANZHOU, reason: '已有队伍' }),
    circumstances(),
    everywhere(no, {
      placed: 'no-answer-to-decline',
      lapsed: 'no-answer-to-decline',
      'unable-to-fill': 'no-answer-to-decline',
    }),
  ],
  [
    'requisition',
    (state) => ({
      type: 'requisition',
      takings: [
        {
          city: LANZHOU,
          itemId: itemAt(state),
          teamIds: [IDS.team],
          costs: {},
          funding: { fundCode: 'F' },
          reason: 'r',
          evenIfMoreThanNeeded: false,
          evenIfOverCeiling: false,
        },
      ],
    }),
    asRepresentative(),
    everywhere(no, { placed: 'nothing-promised', lapsed: 'nothing-promised', 'unable-to-fill': 'nothing-promised' }),
  ],
  [
    'receive-commitment',
    () => ({
      type: 'receive-commitment',
      from: LANZHOU,
      commitment: { outcome: 'refused', requisitionId: IDS.requisition, messageId: IDS.team, reason: 'r' },
    }),
    asPartner(),
    everywhere('unknown-requisition', { drafted: no, approved: no }),
  ],
  [
    'deployment-ended',
    () => ({ type: 'deployment-ended', deploymentId: IDS.team, at: '2026-07-16T00:00:00.000Z' }),
    asPartner(),
    everywhere('unknown-deployment'),
  ],
  [
    'follow-up',
    () => ({ type: 'follow-up', satisfaction: 5, words: '及时' }),
    circumstances(),
    everywhere(no, {
      placed: 'nothing-to-follow-up',
      lapsed: 'nothing-to-follow-up',
      'unable-to-fill': 'nothing-to-follow-up',
    }),
  ],
  [
    'close',
    () => ({ type: 'close' }),
    circumstances(),
    everywhere(no, { placed: 'closed', lapsed: 'closed', 'unable-to-fill': 'closed' }),
  ],
];

const CASES = TABLE.flatMap(([name, command, who, outcomes]) =>
  RequestStatusSchema.options.map((status) => [name, status, outcomes[status], command, who] as const),
);

describe('what each command comes to in each status', () => {
  it.each(CASES)('%s of a request that is %s: %s', (_name, status, expected, command, who) => {
    const state = requestIn[status]();
    expect(state.status).toBe(status);
    const outcome = outcomeOf(state, command(state), who);
    expect(outcome === 'accepted' ? happened(state, command(state), who).state.status : outcome).toBe(expected);
  });

  it.each(TABLE.slice(1))('%s of no request: request-not-found', (_name, command, who) => {
    expect(outcomeOf(undefined, command(requestIn.placed()), who)).toBe('request-not-found');
  });

  it('drafts a request that is not there', () => {
    expect(happened(undefined, draft()).state.status).toBe('drafted');
  });

  it('never lets an event happen to a request it cannot happen to', () => {
    const approval = { type: 'requestApproved', by: { id: 'x', name: 'x' }, at: '2026-07-15T00:00:00.000Z' } as const;
    expect(() => request.evolve(requestIn.closed(), approval)).toThrow('requestApproved cannot happen');
    expect(() => request.evolve(undefined, { type: 'requestLapsed', at: approval.at })).toThrow('not there');
    expect(() => request.evolve(requestIn.drafted(), { type: 'requestLapsed', at: approval.at })).toThrow('drafted');
  });
});
