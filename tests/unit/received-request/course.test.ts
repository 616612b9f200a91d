import { describe, expect, it } from 'vitest';
import { plus } from '../../../shared/domain/kernel/instant.ts';
import { receivedRequest } from '../../../shared/domain/received-request/received-request.ts';
import type { ReceivedRequestCommand } from '../../../shared/domain/received-request/received-request-commands.ts';
import type { ReceivedRequestEvent } from '../../../shared/domain/received-request/received-request-events.ts';
import type { ReceivedRequestState } from '../../../shared/domain/received-request/received-request-state.ts';
import { missionsOf } from '../../../shared/domain/request/missions.ts';
import { outcomeOf, signedAgreement, someTerms } from '../../builders/agreement.ts';
import {
  acceptance,
  anItem,
  aPlacedRequest,
  aRequisition,
  atLanzhou,
  cancellation,
  commitment,
  DEPLOYMENT_ID,
  decline,
  IDS,
  idOf,
  play,
  REPLY_BY,
  REQUESTER,
  receivedRequestIn,
  reception,
  requisition,
} from '../../builders/received-request.ts';

const LAST_NEEDED = anItem().neededUntil;
const ended: ReceivedRequestCommand = {
  type: 'deployment-ended',
  deploymentId: DEPLOYMENT_ID,
  at: '2026-07-18T00:00:00.000Z',
};

const eventsOf = (
  state: ReceivedRequestState | undefined,
  command: ReceivedRequestCommand,
  now?: string,
): readonly ReceivedRequestEvent[] => {
  const decision = receivedRequest.decide(state, command, atLanzhou(now === undefined ? {} : { now }));
  if (!decision.accepted) throw new Error(decision.refusal.reason.code);
  return decision.events;
};

/** Lets the clock ring at each moment it asks for, up to `until`. @returns what came of it, with the moments. */
const ring = (start: ReceivedRequestState, until: string) => {
  const rung: string[] = [];
  let state = start;
  for (let due = receivedRequest.dueAt(state); due && due <= until; due = receivedRequest.dueAt(state)) {
    const events = eventsOf(state, { type: 'clock-ran-out' }, due);
    if (events.length === 0) break;
    for (const event of events) {
      rung.push(`${due} ${event.type}`);
      state = receivedRequest.evolve(state, event);
    }
  }
  return { state, rung };
};

describe('the reception of a request', () => {
  it.each([
    ['a hazard outside the agreement', someTerms({ hazards: ['fire'] }), 'hazard-out-of-scope'],
    ['a kind outside the agreement', someTerms({ resourceKinds: ['water-rescue'] }), 'resource-kind-out-of-scope'],
    ['an agreement that is not armed', someTerms({ arming: 'on-declaration' }), 'agreement-not-armed'],
  ])('refuses %s', (_, terms, code) => {
    const command = reception(aPlacedRequest(), signedAgreement(terms));
    expect(outcomeOf(receivedRequest.decide(undefined, command, atLanzhou()))).toBe(code);
  });

  it('takes nothing but drills under an agreement made for drills', () => {
    const forDrills = { ...signedAgreement(), exercise: true };
    const outcome = (exercise: boolean) =>
      outcomeOf(receivedRequest.decide(undefined, reception(aPlacedRequest({ exercise }), forDrills), atLanzhou()));
    expect([outcome(false), outcome(true)]).toEqual(['agreement-for-exercises-only', 'accepted']);
  });

  it('refuses a request without an agreement, and one in the name of another city', () => {
    const { agreement: _, ...bare } = reception() as Extract<ReceivedRequestCommand, { type: 'receive' }>;
    const unfounded = { ...bare, agreement: undefined };
    expect(outcomeOf(receivedRequest.decide(undefined, unfounded, atLanzhou()))).toBe('agreement-unknown');
    const forged = { ...reception(), from: '632500' } as ReceivedRequestCommand;
    expect(outcomeOf(receivedRequest.decide(undefined, forged, atLanzhou()))).toBe('not-the-requesting-city');
  });

  it('takes the time that the requester waits, or the agreement’s where that is over already', () => {
    expect(play([reception()]).replyBy).toBe(REPLY_BY);
    const late = play([reception()], undefined, atLanzhou({ now: '2026-07-15T03:00:00.000Z' }));
    expect(late.replyBy).toBe('2026-07-15T05:00:00.000Z');
  });

  it('tells the duty room at once', () => {
    const [event] = eventsOf(undefined, reception());
    const notices = event && receivedRequest.notices?.(event, receivedRequest.evolve(undefined, event));
    expect(notices).toMatchObject([
      { urgency: 'urgent', text: { en: expect.stringMatching(/^\{city:630100\} asks/) } },
    ]);
  });
});

describe('the clock of a received request', () => {
  it('lets the request lapse at the deadline, once', () => {
    const { state, rung } = ring(receivedRequestIn.received(), LAST_NEEDED);
    expect(rung).toEqual([`${REPLY_BY} replyDeadlinePassed`]);
    expect(state).toMatchObject({ status: 'lapsed', ending: { at: REPLY_BY } });
    expect(receivedRequest.dueAt(state)).toBeUndefined();
  });

  it('does nothing before it is time, nor when it rings again', () => {
    const early = plus(REPLY_BY, -1);
    expect(eventsOf(receivedRequestIn.received(), { type: 'clock-ran-out' }, early)).toEqual([]);
    const late = play([{ type: 'clock-ran-out' }], receivedRequestIn.received(), atLanzhou({ now: REPLY_BY }));
    expect(eventsOf(late, { type: 'clock-ran-out' }, REPLY_BY)).toEqual([]);
  });

  it('leaves the telling to the table of deadlines', () => {
    const state = receivedRequestIn.received();
    const told = eventsOf(state, { type: 'clock-ran-out' }, REPLY_BY).flatMap(
      (event) => receivedRequest.notices?.(event, receivedRequest.evolve(state, event)) ?? [],
    );
    expect(told).toEqual([]);
  });

  it('lets those items lapse that nobody answered, and takes a late answer', () => {
    const partly = play([reception(), acceptance()]);
    const { state } = ring(partly, REPLY_BY);
    expect(state).toMatchObject({ status: 'answered', lapsedItems: [IDS.medicalItem] });
    const late = play([decline], state, atLanzhou({ now: '2026-07-15T02:30:00.000Z' }));
    expect(late).toMatchObject({ status: 'answered', lapsedItems: [] });
  });

  it('revives a lapsed request with a late answer', () => {
    expect(play([acceptance()], receivedRequestIn.lapsed())).toMatchObject({
      status: 'answered',
      lapsedItems: [IDS.medicalItem],
    });
  });

  it('lets no requisition lapse that is not committed in the agreed time', () => {
    const { state, rung } = ring(receivedRequestIn.requisitioned(), LAST_NEEDED);
    expect({ rung, status: state.status }).toEqual({ rung: [], status: 'requisitioned' });
  });

  it('ends promises that nobody called for with the time they were made for', () => {
    const { state, rung } = ring(receivedRequestIn.answered(), LAST_NEEDED);
    expect(rung).toEqual([`${LAST_NEEDED} receivedRequestConcluded`]);
    expect(state).toMatchObject({ status: 'concluded', ending: { outcome: 'not-taken-up' } });
  });

  it.each(['cancelled', 'concluded', 'archived'] as const)('does not ring when %s', (status) => {
    expect(receivedRequest.dueAt(receivedRequestIn[status]())).toBeUndefined();
  });
});

describe('the end of a received request', () => {
  it('comes when the last team is home', () => {
    const state = play([ended], receivedRequestIn.committed());
    expect(state).toMatchObject({ status: 'concluded', ending: { outcome: 'missions-ended' } });
    expect(eventsOf(state, ended)).toEqual([]);
  });

  it('waits while another promise may be called for', () => {
    const second = acceptance({ itemId: IDS.medicalItem, teamIds: [IDS.medicalTeam] });
    const state = play([reception(), acceptance(), second, requisition(), commitment(), ended]);
    expect(state.status).toBe('committed');
    expect(ring(state, LAST_NEEDED).state).toMatchObject({
      status: 'concluded',
      ending: { outcome: 'missions-ended' },
    });
  });

  it('comes when the requester takes nothing more', () => {
    const declined: ReceivedRequestCommand = {
      type: 'receive-decline',
      from: REQUESTER,
      messageId: idOf(0x110),
      reason: '已由他市派出',
    };
    const state = play([declined], receivedRequestIn.answered());
    expect(state).toMatchObject({
      status: 'concluded',
      ending: { outcome: 'declined' },
      declines: [{ itemIds: [IDS.waterItem] }],
    });
    expect(outcomeOf(receivedRequest.decide(state, requisition(), atLanzhou()))).toBe('team-not-promised');
  });

  it('comes with a cancellation that follows the last team home', () => {
    expect(play([cancellation], receivedRequestIn.concluded()).status).toBe('concluded');
    const second = acceptance({ itemId: IDS.medicalItem, teamIds: [IDS.medicalTeam] });
    const home = play([reception(), acceptance(), second, requisition(), commitment(), ended]);
    expect(play([cancellation], home)).toMatchObject({ status: 'concluded', ending: { outcome: 'missions-ended' } });
  });

  it('is not the last word, when the requester comes back with an update', () => {
    const items = [anItem(), anItem({ itemId: idOf(0x404) })];
    const update: ReceivedRequestCommand = {
      type: 'receive-update',
      from: REQUESTER,
      placed: aPlacedRequest({ messageId: idOf(0x103), items }),
      recalledMessageId: IDS.requestMessage,
      agreement: signedAgreement(),
    };
    const state = play([update], receivedRequestIn.concluded());
    expect(state.status).toBe('committed');
    expect(receivedRequest.dueAt(state)).toBe(REPLY_BY);
  });
});

describe('a commitment', () => {
  const [event] = eventsOf(receivedRequestIn.requisitioned(), commitment());
  const state = receivedRequestIn.committed();

  it('promises each team and opens its deployment, whose leader stays at home', () => {
    expect(event && receivedRequest.consequences?.(event, state)).toMatchObject([
      { kind: 'team', id: IDS.team, command: { type: 'commit', deploymentId: DEPLOYMENT_ID, until: LAST_NEEDED } },
      {
        kind: 'deployment',
        id: DEPLOYMENT_ID,
        command: {
          type: 'open',
          side: 'owner',
          mission: { owner: '620100', requester: REQUESTER, teamLeader: 'team-leader@620100' },
        },
      },
    ]);
  });

  it('makes the mission that the requester makes of it too', () => {
    const [, opening] = (event && receivedRequest.consequences?.(event, state)) ?? [];
    const made = event?.type === 'requisitionCommitted' ? event.commitment : undefined;
    const [atRequester] = made
      ? missionsOf({
          requestId: IDS.request,
          agreementId: IDS.agreement,
          owner: '620100',
          requester: REQUESTER,
          item: anItem(),
          requisition: aRequisition(),
          commitment: made,
          exercise: false,
        })
      : [];
    expect(opening?.command).toMatchObject({ mission: atRequester });
  });

  it('gets an order number of the day in China unless one is given', () => {
    const number = (now: string, orderNumber?: string) => {
      const command = { ...commitment(), ...(orderNumber === undefined ? {} : { orderNumber }) };
      const [committed] = eventsOf(receivedRequestIn.requisitioned(), command, now);
      return committed?.type === 'requisitionCommitted' ? committed.commitment.orderNumber : undefined;
    };
    expect(number('2026-07-15T15:59:00.000Z')).toMatch(/^620100-20260715-[0-9A-F]{6}$/);
    expect(number('2026-07-15T16:00:00.000Z')).toMatch(/^620100-20260716-[0-9A-F]{6}$/);
    expect(number('2026-07-15T16:00:00.000Z', '兰应急〔2026〕7号')).toBe('兰应急〔2026〕7号');
  });

  it.each([
    ['a team that was not requisitioned', IDS.secondTeam, 'team-not-requisitioned'],
    ['a team that left the registry', IDS.team, 'team-not-found'],
  ])('cannot name %s', (_, teamId, code) => {
    const command = { ...commitment(), teams: [{ teamId, deploymentId: DEPLOYMENT_ID, team: undefined }] };
    expect(outcomeOf(receivedRequest.decide(receivedRequestIn.requisitioned(), command, atLanzhou()))).toBe(code);
  });

  it('is signed by a person', () => {
    const clock = atLanzhou({ actor: { kind: 'clock', city: '620100' } });
    const outcome = outcomeOf(receivedRequest.decide(receivedRequestIn.requisitioned(), commitment(), clock));
    expect(outcome).toBe('signature-of-a-person-needed');
  });

  it('leaves the item to others when it is refused', () => {
    const refusal: ReceivedRequestCommand = {
      type: 'refuse-requisition',
      requisitionId: IDS.requisition,
      reason: '队伍另有任务',
    };
    const refused = play([refusal], receivedRequestIn.requisitioned());
    expect(refused).toMatchObject({ status: 'answered', requisitions: [{ status: 'refused' }] });
  });
});

describe('a requisition that takes up an offer', () => {
  const command: ReceivedRequestCommand = {
    ...requisition(),
    offer: { offerId: idOf(0xa00), placed: aPlacedRequest({ items: [anItem()] }) },
  };

  it('opens the request, and tells the offer', () => {
    const events = eventsOf(undefined, command);
    expect(events.map(({ type }) => type)).toEqual(['requestOpenedByOffer', 'requisitionReceived']);
    const state = play([command]);
    expect(state).toMatchObject({ status: 'requisitioned', originating: IDS.requisitionMessage });
    const [, received] = events;
    expect(received && receivedRequest.consequences?.(received, state)).toEqual([
      { kind: 'offer', id: idOf(0xa00), command: { type: 'taken-up', requestId: IDS.request } },
    ]);
  });

  it('needs the agreement to cover it', () => {
    const outside = { ...command, agreement: signedAgreement(someTerms({ hazards: ['fire'] })) };
    expect(outcomeOf(receivedRequest.decide(undefined, outside, atLanzhou()))).toBe('hazard-out-of-scope');
  });

  it('is nothing without the request it belongs to', () => {
    expect(outcomeOf(receivedRequest.decide(undefined, requisition(), atLanzhou()))).toBe(
      'no-request-to-requisition-from',
    );
  });
});

describe('a message that did not get through', () => {
  it('is shown, and the duty room is told', () => {
    const failure: ReceivedRequestCommand = {
      type: 'message-failed',
      messageId: idOf(0x666),
      city: REQUESTER,
      code: 'undeliverable',
      reason: { zh: '未送达', en: 'not delivered' },
    };
    const [event] = eventsOf(receivedRequestIn.committed(), failure);
    const state = play([failure], receivedRequestIn.committed());
    expect(state).toMatchObject({ status: 'committed', failures: [{ code: 'undeliverable' }] });
    expect(event && receivedRequest.notices?.(event, state)).toMatchObject([{ urgency: 'urgent' }]);
  });
});
