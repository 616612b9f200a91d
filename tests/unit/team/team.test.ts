import { describe, expect, it } from 'vitest';
import type { Circumstances } from '../../../shared/domain/kernel/decision.ts';
import { DAY_MS, plus } from '../../../shared/domain/kernel/instant.ts';
import { team as aggregate } from '../../../shared/domain/team/team.ts';
import { conditionOf } from '../../../shared/domain/team/team-availability.ts';
import type { TeamCommand } from '../../../shared/domain/team/team-commands.ts';
import { namedTeam, type TeamState, TeamStateSchema } from '../../../shared/domain/team/team-state.ts';
import { outcomeOf } from '../../builders/agreement.ts';
import { aFreshId, circumstances, LANZHOU, NOW } from '../../builders/circumstances.ts';
import { NO_ROSTER } from '../../builders/roster.ts';
import { aTeam, someContact, someDetails, TEAM_ID } from '../../builders/team.ts';

const inLanzhou = circumstances({ city: LANZHOU, role: 'duty-officer' });
const deploymentId = aFreshId();
const commitment = { deploymentId, requestId: aFreshId(), since: NOW, until: plus(NOW, 5 * DAY_MS) };
const commit = { type: 'commit', deploymentId, requestId: commitment.requestId, until: commitment.until } as const;
const period = (from: number, until: number, available = false) => ({
  from: plus(NOW, from * DAY_MS),
  until: plus(NOW, until * DAY_MS),
  available,
  reason: '检修',
});

const retired = (): TeamState => {
  const { commitment: _, ...team } = aTeam() as Extract<TeamState, { status: 'active' }>;
  return { ...team, status: 'retired', reason: '解散', retiredAt: NOW };
};

const applied = (state: TeamState | undefined, command: TeamCommand, where: Circumstances = inLanzhou): TeamState => {
  const decision = aggregate.decide(state, command, where);
  if (!decision.accepted) throw new Error(`refused: ${decision.refusal.reason.code}`);
  const after = decision.events.reduce<TeamState | undefined>(
    (sum, event) => aggregate.evolve(sum, aggregate.eventSchema.parse(event)),
    state,
  );
  return TeamStateSchema.parse(after);
};
const outcome = (state: TeamState | undefined, command: TeamCommand, where: Circumstances = inLanzhou) =>
  outcomeOf(aggregate.decide(state, command, where));

describe('promising a team', () => {
  const expired = { ...someDetails().certification, expiresAt: NOW };
  it.each([
    ['in service', aTeam(), 'accepted'],
    ['promised already', aTeam({ commitment }), 'team-already-committed'],
    ['retired', retired(), 'team-retired'],
    [
      'whose certification has expired',
      aTeam({ details: someDetails({ certification: expired }) }),
      'team-certification-expired',
    ],
    ['away when the mission begins', aTeam({ periods: [period(-1, 1)] }), 'team-not-available'],
    ['away in the middle of the mission', aTeam({ periods: [period(2, 3)] }), 'team-not-available'],
    ['away from the mission’s last moment', aTeam({ periods: [period(5, 6)] }), 'team-not-available'],
    ['back when the mission begins', aTeam({ periods: [period(-1, 0)] }), 'accepted'],
    ['away after the mission', aTeam({ periods: [period(6, 7)] }), 'accepted'],
    ['on stand-by in the middle of the mission', aTeam({ periods: [period(2, 3, true)] }), 'accepted'],
    ['nobody knows', undefined, 'team-unknown'],
  ])('%s: %#', (_, state, code) => {
    expect(outcome(state, commit)).toBe(code);
  });

  it('takes it out of the lists of free teams, and its release puts it back', () => {
    const lists = (state: TeamState) => aggregate.listings(state).map(({ list }) => list);
    const promised = applied(aTeam(), commit);
    expect(promised).toMatchObject({ commitment });
    const left = lists(aTeam()).filter((list) => !lists(promised).includes(list));
    expect(left).toEqual(['team/free', 'team/kind/water-rescue/free']);
    expect(applied(promised, { type: 'release-commitment', deploymentId })).toEqual(aTeam());
  });

  it.each([
    ['free of anything else', aTeam(), 'accepted'],
    ['away in the time that is added', aTeam({ periods: [period(6, 8)] }), 'team-not-available'],
    ['away after it', aTeam({ periods: [period(8, 9)] }), 'accepted'],
    [
      'whose certification expires before it',
      aTeam({
        details: someDetails({
          certification: { ...someDetails().certification, expiresAt: plus(NOW, 4 * DAY_MS) },
        }),
      }),
      'team-certification-expired',
    ],
  ])('for longer: %s', (_, state, code) => {
    const extend = { type: 'extend-commitment', deploymentId, until: plus(NOW, 7 * DAY_MS) } as const;
    const promised = applied(state, commit);
    expect(outcome(promised, extend)).toBe(code);
    if (code !== 'accepted') return;
    const extended = applied(promised, extend);
    expect(extended).toEqual({ ...promised, commitment: { ...commitment, until: extend.until } });
    expect(aggregate.decide(extended, extend, inLanzhou)).toEqual({ accepted: true, events: [] });
  });

  it('for longer concerns the mission it is promised to only', () => {
    const extend = { type: 'extend-commitment', deploymentId, until: plus(NOW, 7 * DAY_MS) } as const;
    const other = aTeam({ commitment: { ...commitment, deploymentId: aFreshId() } });
    for (const state of [aTeam(), other, retired()])
      expect(aggregate.decide(state, extend, inLanzhou)).toEqual({ accepted: true, events: [] });
    expect(outcome(undefined, extend)).toBe('team-unknown');
  });

  it('is released by the mission it was promised to only', () => {
    const promised = applied(aTeam(), commit);
    const release = (state: TeamState, id: string) =>
      aggregate.decide(state, { type: 'release-commitment', deploymentId: id }, inLanzhou);
    expect(release(promised, aFreshId())).toEqual({ accepted: true, events: [] });
    expect(release(retired(), deploymentId)).toEqual({ accepted: true, events: [] });
  });
});

describe('what can be done with a team', () => {
  const commands: readonly TeamCommand[] = [
    { type: 'change', details: someDetails() },
    { type: 'set-availability', as: 'city', periods: [] },
    { type: 'confirm', as: 'city' },
    { type: 'retire', reason: '解散' },
    commit,
    { type: 'show-contact', reason: '调派', duty: NO_ROSTER },
  ];
  it.each(commands)('$type: not before it is registered, not after it is retired', (command) => {
    expect(outcome(undefined, command)).toBe('team-unknown');
    expect(outcome(retired(), command)).toBe('team-retired');
    expect(outcome(aTeam(), command)).toBe('accepted');
  });

  it('registers once', () => {
    const register = { type: 'register', id: TEAM_ID, details: someDetails(), dutyContact: someContact() } as const;
    expect(applied(undefined, register)).toEqual(aTeam());
    expect(outcome(aTeam(), register)).toBe('team-exists');
  });

  it('keeps the duty contact when a change does not name one', () => {
    const details = someDetails({ headcount: 20 });
    expect(applied(aTeam(), { type: 'change', details })).toEqual(aTeam({ details }));
    const dutyContact = { name: '李示例', telephone: '139-0000-0002' };
    expect(applied(aTeam(), { type: 'change', details, dutyContact })).toEqual(aTeam({ details, dutyContact }));
  });

  it('does not retire a team on a mission', () => {
    expect(outcome(aTeam({ commitment }), { type: 'retire', reason: '解散' })).toBe('team-already-committed');
    expect(applied(aTeam(), { type: 'retire', reason: '解散' })).toEqual(retired());
  });

  it('keeps periods in order and apart', () => {
    const set = (...periods: ReturnType<typeof period>[]) =>
      ({ type: 'set-availability', as: 'city', periods }) as const;
    expect(applied(aTeam(), set(period(3, 4), period(1, 2)))).toMatchObject({ periods: [period(1, 2), period(3, 4)] });
    expect(outcome(aTeam(), set(period(1, 2), period(2, 3)))).toBe('accepted');
    expect(outcome(aTeam(), set(period(1, 3), period(2, 4)))).toBe('availability-periods-overlap');
  });

  it('lets a team leader speak for the own team only', () => {
    const leader = circumstances({ city: LANZHOU, role: 'team-leader' });
    const set = (as: 'city' | 'leader') => ({ type: 'set-availability', as, periods: [] }) as const;
    expect(outcome(aTeam(), set('leader'), leader)).toBe('accepted');
    const others = aTeam({ details: someDetails({ leader: { personId: 'somebody', name: '某人' } }) });
    expect(outcome(others, set('leader'), leader)).toBe('not-the-teams-leader');
    expect(outcome(others, set('city'))).toBe('accepted');
  });
});

describe('a certification', () => {
  const { expiresAt } = someDetails().certification;
  const ring = (state: TeamState, now: string) =>
    applied(state, { type: 'clock-ran-out' }, circumstances({ city: LANZHOU, now }));

  it('is spoken of sixty days before it expires, when it expires, and not again', () => {
    expect(aggregate.dueAt(aTeam())).toBe(plus(expiresAt, -60 * DAY_MS));
    expect(ring(aTeam(), NOW)).toEqual(aTeam());
    const expiring = ring(aTeam(), plus(expiresAt, -60 * DAY_MS));
    expect(expiring).toEqual(aTeam({ certificationNotice: 'expiring' }));
    expect(aggregate.dueAt(expiring)).toBe(expiresAt);
    const expired = ring(expiring, expiresAt);
    expect(expired).toEqual(aTeam({ certificationNotice: 'expired' }));
    expect(aggregate.dueAt(expired)).toBeUndefined();
    expect(conditionOf(expired, { from: expiresAt, until: expiresAt })).toBe('certification-expired');
  });

  it('starts anew when it is renewed', () => {
    const certification = { ...someDetails().certification, expiresAt: '2030-01-01T00:00:00.000Z' };
    const renewed = applied(aTeam({ certificationNotice: 'expired' }), {
      type: 'change',
      details: someDetails({ certification }),
    });
    expect(renewed).toMatchObject({ certificationNotice: 'none' });
  });

  it('tells the duty room in both languages', () => {
    const notices = aggregate.notices?.({ type: 'certificationExpired', expiresAt }, aTeam()) ?? [];
    expect(notices).toMatchObject([{ urgency: 'urgent' }]);
    expect(notices[0]?.text.zh).toContain('兰州水上救援一队');
    expect(aggregate.notices?.({ type: 'teamContactRead', reason: '调派' }, aTeam())).toEqual([]);
  });
});

describe('lists of teams', () => {
  it('name every kind and hazard, best level first, and nothing personal', () => {
    const team = aTeam({ details: someDetails({ hazards: ['flood', 'mine'], level: 2 }) });
    const listings = aggregate.listings(team);
    expect(listings.map(({ list }) => list).sort()).toEqual([
      'registry/confirmed',
      'registry/expiring',
      'team',
      'team/free',
      'team/hazard/flood',
      'team/hazard/mine',
      'team/key',
      'team/kind/water-rescue',
      'team/kind/water-rescue/free',
      'team/kind/water-rescue/hazard/flood',
      'team/kind/water-rescue/hazard/mine',
    ]);
    const shown = listings.filter(({ list }) => !/key$|^registry/.test(list));
    expect(new Set(shown.map(({ sort }) => sort))).toEqual(new Set([`2#兰州水上救援一队#${TEAM_ID}`]));
    expect(JSON.stringify(listings)).not.toMatch(/张示例|0000-0001|虚构队长/);
  });

  it('are the same however often a team is promised, but for those of free teams', () => {
    const cards = (state: TeamState) => aggregate.listings(state).filter(({ list }) => !list.endsWith('free'));
    expect(cards(aTeam({ commitment }))).toEqual(cards(aTeam()));
  });

  it('show a retired team among all only', () => {
    expect(aggregate.listings(retired()).map(({ list }) => list)).toEqual(['team']);
  });

  it('tell partners no more than they need', () => {
    expect(namedTeam(aTeam())).toEqual({ teamId: TEAM_ID, name: '兰州水上救援一队', level: 1, headcount: 12 });
  });
});
