import { beforeEach, describe, expect, it } from 'vitest';
import type { Consequence, DomainEvent } from '../../../shared/domain/kernel/aggregate.ts';
import { sentenceOf } from '../../../shared/domain/kernel/refusal.ts';
import type { ReceivedRequestCommand } from '../../../shared/domain/received-request/received-request-commands.ts';
import type { ReceivedRequestState } from '../../../shared/domain/received-request/received-request-state.ts';
import type { RequestCommand } from '../../../shared/domain/request/request-commands.ts';
import type { RequestState } from '../../../shared/domain/request/request-state.ts';
import type { Conversation, Outgoing } from '../../../shared/exchange/conversation.ts';
import { receivedRequestConversation } from '../../../shared/exchange/conversations/received-request.ts';
import { requestConversation } from '../../../shared/exchange/conversations/request.ts';
import type { Role } from '../../../shared/http/roles.ts';
import { arrived } from '../../builders/arrived.ts';
import { circumstances, LANZHOU, NOW, XINING } from '../../builders/circumstances.ts';
import { acceptance, commitment, DEPLOYMENT_ID, IDS } from '../../builders/received-request.ts';
import { agreementWith, draft, itemsOf, place, placementOf, recordAt, taking } from '../../builders/request.ts';
import { testKey } from '../../builders/test-cell.ts';

/** What one city holds, and what it has said that has not arrived. */
interface End<S> {
  state: S | undefined;
  said: Outgoing[];
  consequences: Consequence[];
}

const agreement = agreementWith(LANZHOU);

const createEnd = <S, C, E extends DomainEvent>(conversation: Conversation<S, C, E>, city: string) => {
  const end: End<S> = { state: undefined, said: [], consequences: [] };
  const { aggregate } = conversation;
  const act = (command: C, role: Role = 'coordinator', now = NOW): string => {
    const decision = aggregate.decide(end.state, command, circumstances({ city, role, now }));
    if (!decision.accepted) return `${decision.refusal.reason.code}: ${sentenceOf(decision.refusal).en}`;
    const context = { city, dutyRoom: { name: '值班室', telephone: '000' }, sentAt: now, publicKey: testKey(city) };
    for (const event of decision.events) {
      const state = aggregate.evolve(end.state, aggregate.eventSchema.parse(JSON.parse(JSON.stringify(event))));
      end.state = aggregate.stateSchema.parse(JSON.parse(JSON.stringify(state)));
      end.said.push(...conversation.outgoing(event, end.state, context));
      end.consequences.push(...(aggregate.consequences?.(event, end.state) ?? []));
    }
    return 'accepted';
  };
  const hear = (from: string, message: Outgoing): string => {
    const command = conversation.incoming(arrived(message, { from, conversation: IDS.request, at: NOW, agreement }));
    return command === undefined ? `${message.type} is not for this` : act(command);
  };
  return { end, act, hear };
};

const createDialogue = () => {
  const xining = createEnd<RequestState, RequestCommand, never>(requestConversation as never, XINING);
  const lanzhou = createEnd<ReceivedRequestState, ReceivedRequestCommand, never>(
    receivedRequestConversation as never,
    LANZHOU,
  );
  /** @returns what becomes of each message that the requester, then the provider, has said. */
  const deliver = () => ({
    atLanzhou: xining.end.said.splice(0).map((message) => lanzhou.hear(XINING, message)),
    atXining: lanzhou.end.said.splice(0).map((message) => xining.hear(LANZHOU, message)),
  });
  const request = (): RequestState => {
    if (!xining.end.state) throw new Error('nothing was drafted');
    return xining.end.state;
  };
  return { xining, lanzhou, deliver, request };
};

let dialogue: ReturnType<typeof createDialogue>;

const waterAcceptance = (): ReceivedRequestCommand => {
  const [water] = itemsOf(dialogue.request());
  return acceptance({ itemId: water.itemId });
};

const medicalDecline = (): ReceivedRequestCommand => {
  const [, medical] = itemsOf(dialogue.request());
  const items = [{ response: 'decline' as const, itemId: medical.itemId, reason: '无可派医疗队' }];
  return { type: 'answer', items, teams: [] };
};

const requisitionWater = (): RequestCommand => {
  const [water] = itemsOf(dialogue.request());
  const given = placementOf(dialogue.request()).answers.find(({ answer }) => answer.itemId === water.itemId)?.answer;
  const teams = given && given.response !== 'decline' ? given.teams : [];
  return { type: 'requisition', takings: [taking(dialogue.request(), teams)] };
};

const commit = (): ReceivedRequestCommand => ({
  ...commitment(),
  requisitionId: recordAt(dialogue.request()).requisition.requisitionId,
});

beforeEach(() => {
  dialogue = createDialogue();
  const { xining, deliver } = dialogue;
  expect(xining.act(draft())).toBe('accepted');
  expect(xining.act({ type: 'approve' }, 'approver')).toBe('accepted');
  expect(xining.act(place(agreement))).toBe('accepted');
  expect(deliver().atLanzhou).toEqual(['accepted']);
});

describe('a request between the city that asks and the city that is asked', () => {
  it('is answered in parts, requisitioned and committed: both ends make the same mission', () => {
    const { xining, lanzhou, deliver, request } = dialogue;
    for (const part of [waterAcceptance(), medicalDecline()]) expect(lanzhou.act(part)).toBe('accepted');
    expect(deliver().atXining).toEqual(['accepted', 'accepted']);
    expect(placementOf(request())).toMatchObject({ status: 'answered', answers: [{}, {}] });
    expect(xining.act(requisitionWater(), 'representative')).toBe('accepted');
    expect(deliver().atLanzhou).toEqual(['accepted']);
    expect(lanzhou.act(commit(), 'representative')).toBe('accepted');
    expect(deliver().atXining).toEqual(['accepted']);
    expect(recordAt(request()).status).toBe('committed');
    const missionAt = ({ end }: typeof xining | typeof lanzhou) => {
      const opening = end.consequences.find(({ kind }) => kind === 'deployment')?.command;
      return opening && 'mission' in opening ? opening.mission : undefined;
    };
    expect(missionAt(lanzhou)).toEqual({ ...(missionAt(xining) as object), teamLeader: 'team-leader@620100' });
  });

  it('ends at both ends when the team is home', () => {
    const { xining, lanzhou, deliver, request } = dialogue;
    for (const part of [waterAcceptance(), medicalDecline()]) lanzhou.act(part);
    deliver();
    xining.act(requisitionWater(), 'representative');
    deliver();
    lanzhou.act(commit(), 'representative');
    deliver();
    const home = { type: 'deployment-ended', deploymentId: DEPLOYMENT_ID, at: '2026-07-18T00:00:00.000Z' } as const;
    expect([xining.act(home), lanzhou.act(home), xining.act({ type: 'close' })]).toEqual(Array(3).fill('accepted'));
    deliver();
    expect([request().status, lanzhou.end.state?.status]).toEqual(['closed', 'concluded']);
  });

  it('has an answer withdrawn and given anew', () => {
    const { lanzhou, deliver, request } = dialogue;
    lanzhou.act(waterAcceptance());
    const messageId = lanzhou.end.state?.answers[0]?.messageId ?? '';
    lanzhou.act({ type: 'withdraw-answer', messageId, reason: '突发险情' });
    lanzhou.act(waterAcceptance());
    expect(deliver().atXining).toEqual(['accepted', 'accepted', 'accepted']);
    expect(placementOf(request()).answers).toHaveLength(1);
  });

  it('keeps the answers to items that an update leaves as they were, at both ends', () => {
    const { xining, lanzhou, deliver, request } = dialogue;
    for (const part of [waterAcceptance(), medicalDecline()]) lanzhou.act(part);
    deliver();
    const [water, medical] = itemsOf(request());
    expect(xining.act({ type: 'update', items: [water, { ...medical, quantity: 2 }] })).toBe('accepted');
    expect(deliver()).toEqual({ atLanzhou: ['accepted'], atXining: ['accepted'] });
    const answeredAt = lanzhou.end.state?.answers.flatMap(({ items }) => items.map(({ itemId }) => itemId));
    expect(answeredAt).toEqual([water.itemId]);
    expect(placementOf(request()).answers.map(({ answer }) => answer.itemId)).toEqual(answeredAt);
    expect(lanzhou.act(medicalDecline())).toBe('accepted');
    expect(deliver().atXining).toEqual(['accepted']);
    expect(placementOf(request()).status).toBe('answered');
  });

  it('has answers counted that crossed with an update, where the item did not change', () => {
    const { xining, lanzhou, deliver, request } = dialogue;
    const [water, medical] = itemsOf(request());
    expect(xining.act({ type: 'update', items: [water, { ...medical, quantity: 2 }] })).toBe('accepted');
    for (const part of [waterAcceptance(), medicalDecline()]) lanzhou.act(part);
    deliver();
    const known = placementOf(request()).answers;
    expect(known.map(({ answer }) => answer.itemId)).toEqual([water.itemId]);
    expect(known[0]?.messageId).toBe(lanzhou.end.state?.answers[0]?.messageId);
    expect(lanzhou.end.state?.answers).toHaveLength(1);
  });

  it('refuses a requisition that crossed with the withdrawal', () => {
    const { xining, lanzhou, deliver } = dialogue;
    lanzhou.act(waterAcceptance());
    deliver();
    xining.act(requisitionWater(), 'representative');
    const messageId = lanzhou.end.state?.answers[0]?.messageId ?? '';
    lanzhou.act({ type: 'withdraw-answer', messageId, reason: '突发险情' });
    expect(deliver()).toEqual({ atLanzhou: [expect.stringMatching(/^team-not-promised/)], atXining: ['accepted'] });
  });

  it('is cancelled before teams are committed, and declined or cancelled when it is closed without', () => {
    const { xining, lanzhou, deliver } = dialogue;
    lanzhou.act(waterAcceptance());
    deliver();
    xining.act({ type: 'close' });
    expect(deliver().atLanzhou).toEqual(['accepted']);
    expect(lanzhou.end.state).toMatchObject({ status: 'concluded', ending: { outcome: 'declined' } });
    dialogue = createDialogue();
    dialogue.xining.act(draft());
    dialogue.xining.act({ type: 'approve' }, 'approver');
    dialogue.xining.act(place(agreement));
    dialogue.xining.act({ type: 'cancel', reason: '险情解除' });
    expect(dialogue.deliver().atLanzhou).toEqual(['accepted', 'accepted']);
    expect(dialogue.lanzhou.end.state?.status).toBe('cancelled');
  });

  it('keeps a commitment that crossed with the cancellation: the cancellation is refused', () => {
    const { xining, lanzhou, deliver } = dialogue;
    lanzhou.act(waterAcceptance());
    deliver();
    xining.act(requisitionWater(), 'representative');
    deliver();
    xining.act({ type: 'cancel', reason: '险情解除' });
    lanzhou.act(commit(), 'representative');
    const { atLanzhou, atXining } = deliver();
    expect(atLanzhou).toEqual([expect.stringMatching(/^already-committed: .*release the deployments/)]);
    expect(atXining).toEqual(['accepted']);
    expect(xining.end.consequences.map(({ kind }) => kind)).toEqual(['deployment']);
  });
});
