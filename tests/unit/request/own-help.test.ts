import { describe, expect, it } from 'vitest';
import { deployment } from '../../../shared/domain/deployment/deployment.ts';
import { deploymentNotices } from '../../../shared/domain/deployment/deployment-notices.ts';
import type { DeploymentState } from '../../../shared/domain/deployment/deployment-state.ts';
import type { Mission } from '../../../shared/domain/deployment/mission.ts';
import { quantitiesOf } from '../../../shared/domain/request/bookkeeping.ts';
import { request } from '../../../shared/domain/request/request.ts';
import type { RequestCommand } from '../../../shared/domain/request/request-commands.ts';
import { isEngaged, NO_ENGAGEMENTS, type RequestState } from '../../../shared/domain/request/request-state.ts';
import { workOrderStepOf } from '../../../shared/domain/request/work-order-step.ts';
import { deploymentConversation } from '../../../shared/exchange/conversations/deployment.ts';
import { requestConversation } from '../../../shared/exchange/conversations/request.ts';
import { requestAtHome } from '../../../shared/exchange/conversations/request-at-home.ts';
import { circumstances, LANZHOU, NOW, XINING } from '../../builders/circumstances.ts';
import { idOf } from '../../builders/received-request.ts';
import {
  agreementWith,
  answered,
  approved,
  declines,
  following,
  happened,
  itemAt,
  outcomeOf,
  place,
  placedWith,
  requestIn,
} from '../../builders/request.ts';
import { aTeam, someDetails, TEAM_ID } from '../../builders/team.ts';
import { testKey } from '../../builders/test-cell.ts';

const APPROVED = approved();
const PLACED = placedWith(LANZHOU);
const DEPLOYMENT = idOf(0xd01);
const TASK = idOf(0xd02);
const AGENCY = idOf(0xd03);

const sending = (
  state: RequestState,
  team = aTeam(),
  { evenIfMoreThanNeeded = false, deploymentId = DEPLOYMENT } = {},
): RequestCommand => ({
  type: 'dispatch',
  teams: [{ itemId: itemAt(state), teamId: team.id, deploymentId, team, pointer: '/teamIds/0' }],
  evenIfMoreThanNeeded,
});
const noting = (state: RequestState, teams: number): RequestCommand => ({
  type: 'note-task',
  task: { taskId: TASK, itemId: itemAt(state), agencyIds: [AGENCY], teams },
});
const quantities = (state: RequestState) => {
  const [item] = state.items;
  if (!item) throw new Error('a request has items');
  return quantitiesOf(isEngaged(state) ? state : NO_ENGAGEMENTS, item);
};

describe('an own team that is sent for an item', () => {
  it('fills the item, and is promised and on its way in the same transaction', () => {
    const { state, events } = happened(APPROVED, sending(APPROVED));
    expect(state.status).toBe('placed');
    expect(workOrderStepOf(state)).toBe('handle');
    const { needed, own, open } = quantities(state);
    expect({ own, open }).toEqual({ own: 1, open: needed - 1 });
    const consequences = events.flatMap((event) => request.consequences?.(event, state) ?? []);
    expect(consequences).toMatchObject([
      {
        kind: 'team',
        id: TEAM_ID,
        command: { type: 'commit', deploymentId: DEPLOYMENT, until: state.items[0]?.neededUntil },
      },
      {
        kind: 'deployment',
        id: DEPLOYMENT,
        command: { type: 'open', side: 'owner', mission: { owner: XINING, requester: XINING, costs: {} } },
      },
    ]);
  });

  it('is a matter of this city alone', async () => {
    const { state, events } = happened(APPROVED, sending(APPROVED));
    const context = {
      city: XINING,
      dutyRoom: { name: '值班室', telephone: '0' },
      sentAt: NOW,
      publicKey: testKey(XINING),
    };
    expect(events.flatMap((event) => requestConversation.outgoing(event, state, context))).toEqual([]);
  });

  it.each([
    ['of another kind', aTeam({ details: someDetails({ kind: 'medical-rescue' }) }), 'team-of-another-kind'],
    ['of too low a level', aTeam({ details: someDetails({ level: 3 }) }), 'team-level-too-low'],
    [
      'that is promised elsewhere',
      aTeam({ commitment: { deploymentId: TASK, requestId: TASK, since: NOW, until: NOW } }),
      'team-already-committed',
    ],
  ])('is not one %s', (_, team, code) => {
    expect(outcomeOf(APPROVED, sending(APPROVED, team))).toBe(code);
  });

  it('is not one too many, unless that is meant', () => {
    const full = following(APPROVED, [noting(APPROVED, quantities(APPROVED).needed)]);
    expect(outcomeOf(full, sending(full))).toBe('more-than-needed');
    expect(outcomeOf(full, sending(full, aTeam(), { evenIfMoreThanNeeded: true }))).toBe('accepted');
  });

  it('keeps the request open until it is home, and lets it be followed up and closed then', () => {
    const out = following(APPROVED, [sending(APPROVED)]);
    expect(outcomeOf(out, { type: 'close' })).toBe('teams-not-home');
    const home = following(out, [{ type: 'deployment-ended', deploymentId: DEPLOYMENT, at: NOW }]);
    expect(workOrderStepOf(home)).toBe('feedback');
    const closed = following(home, [{ type: 'follow-up', satisfaction: 5, words: '及时' }], [{ type: 'close' }]);
    expect(closed).toMatchObject({ status: 'closed', ownHelp: { dispatches: [{ deploymentId: DEPLOYMENT }] } });
  });

  it('revives a request that nobody else could fill, once nothing is missing', () => {
    const lapsed = requestIn.lapsed();
    const help = lapsed.items.map(({ itemId, quantity: teams }, index): [RequestCommand] => [
      { type: 'note-task', task: { taskId: idOf(0xe00 + index), itemId, agencyIds: [AGENCY], teams } },
    ]);
    expect(following(lapsed, ...help.slice(1)).status).toBe('lapsed');
    expect(following(lapsed, ...help).status).toBe('placed');
  });

  it('makes nobody despair of items that no partner was asked for', () => {
    const { events } = happened(APPROVED, sending(APPROVED));
    expect(events.map(({ type }) => type)).toEqual(['ownTeamsDispatched']);
  });

  it('keeps hope alive when all partners decline', () => {
    const state = following(PLACED, [noting(PLACED, 100)]);
    const declined = answered(
      state,
      state.items.map(({ itemId }) => declines(itemId)),
    );
    expect(declined.status).toBe('placed');
  });

  it('and partners can be had by one command, or neither', () => {
    const plan = (team = aTeam()): RequestCommand => {
      const { teams } = sending(APPROVED, team) as Extract<RequestCommand, { type: 'dispatch' }>;
      const { agreements } = place(agreementWith(LANZHOU)) as Extract<RequestCommand, { type: 'place' }>;
      return { type: 'source', agreements, teams, lots: [] };
    };
    expect(happened(APPROVED, plan()).events.map(({ type }) => type)).toEqual(['requestPlaced', 'ownTeamsDispatched']);
    expect(outcomeOf(APPROVED, plan(aTeam({ details: someDetails({ level: 3 }) })))).toBe('team-level-too-low');
  });
});

describe('a task that was made from an item', () => {
  it('counts towards the item as long as somebody may do it', () => {
    const asked = following(APPROVED, [noting(APPROVED, 1)]);
    expect(quantities(asked)).toMatchObject({ tasked: 1, open: quantities(APPROVED).needed - 1 });
    const lost = following(asked, [noting(asked, 0)]);
    expect(quantities(lost)).toMatchObject({ tasked: 0, open: quantities(APPROVED).needed });
  });

  it('is said to nobody, and nothing else can be said from where it is noted', () => {
    const { state, events } = happened(APPROVED, noting(APPROVED, 1));
    const context = {
      city: XINING,
      dutyRoom: { name: '值班室', telephone: '0' },
      sentAt: NOW,
      publicKey: testKey(XINING),
    };
    expect(events.flatMap((event) => requestAtHome.outgoing(event, state, context))).toEqual([]);
    const placing = happened(APPROVED, place(agreementWith(LANZHOU)));
    expect(() => placing.events.map((event) => requestAtHome.outgoing(event, placing.state, context))).toThrow();
  });
});

describe('the deployment of an own team', () => {
  const opened = (): DeploymentState => {
    const { state, events } = happened(APPROVED, sending(APPROVED));
    const opening = events
      .flatMap((event) => request.consequences?.(event, state) ?? [])
      .find(({ kind }) => kind === 'deployment')?.command as unknown as {
      type: 'open';
      side: 'owner';
      mission: Mission;
    };
    const decision = deployment.decide(undefined, opening, circumstances());
    if (!decision.accepted) throw new Error('refused');
    return decision.events.reduce<DeploymentState | undefined>(deployment.evolve, undefined) as DeploymentState;
  };
  const decided = (state: DeploymentState, command: Parameters<typeof deployment.decide>[1]) => {
    const decision = deployment.decide(state, command, circumstances());
    if (!decision.accepted) throw new Error(decision.refusal.reason.code);
    const after = decision.events.reduce<DeploymentState>((sum, event) => deployment.evolve(sum, event), state);
    return { events: decision.events, after };
  };

  it('is steered from both ends by the one city, which tells nobody', () => {
    const asked = decided(opened(), { type: 'ask-extension', until: '2026-08-01T00:00:00.000Z', reason: '险情未除' });
    const { events, after } = decided(asked.after, { type: 'answer-extension', decision: { response: 'accept' } });
    expect(after.agreedReturn).toBe('2026-08-01T00:00:00.000Z');
    const context = {
      city: XINING,
      dutyRoom: { name: '值班室', telephone: '0' },
      sentAt: NOW,
      publicKey: testKey(XINING),
    };
    expect(
      [...asked.events, ...events].flatMap((event) => deploymentConversation.outgoing(event, after, context)),
    ).toEqual([]);
    expect(deployment.authority?.(after)).toBeUndefined();
  });

  it('is called off by releasing a team that has not departed, and then the team is free and the request knows', () => {
    const { events, after } = decided(opened(), { type: 'release' });
    expect(after.progress.status).toBe('cancelled');
    expect(events.flatMap((event) => deployment.consequences?.(event, after) ?? [])).toMatchObject([
      { kind: 'team', id: TEAM_ID, command: { type: 'release-commitment' } },
      { kind: 'request', command: { type: 'deployment-ended', deploymentId: DEPLOYMENT } },
    ]);
  });

  it('is told to the duty room step by step, as the leader reports', () => {
    const state = opened();
    const details = { status: 'departed', at: NOW } as const;
    const { events, after } = decided(state, { type: 'report', as: 'duty-room', details });
    expect(events.flatMap((event) => deploymentNotices(event, after))).toMatchObject([{ urgency: 'routine' }]);
    const released = decided(after, { type: 'release' });
    expect(released.events.flatMap((event) => deploymentNotices(event, released.after))).toEqual([]);
  });
});
