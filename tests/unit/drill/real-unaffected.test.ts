import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ActiveAsset } from '../../../shared/domain/asset/asset-state.ts';
import { deployment } from '../../../shared/domain/deployment/deployment.ts';
import { equipment } from '../../../shared/domain/equipment/equipment.ts';
import { HOUR_MS, plus } from '../../../shared/domain/kernel/instant.ts';
import { stock } from '../../../shared/domain/stock/stock.ts';
import type { StockCommand } from '../../../shared/domain/stock/stock-commands.ts';
import { balanceOf, realPromises, type StockState } from '../../../shared/domain/stock/stock-state.ts';
import { team } from '../../../shared/domain/team/team.ts';
import { unavailability } from '../../../shared/domain/team/team-availability.ts';
import type { TeamCommand } from '../../../shared/domain/team/team-commands.ts';
import { teamList } from '../../../shared/domain/team/team-listings.ts';
import type { TeamState } from '../../../shared/domain/team/team-state.ts';
import { somePumps } from '../../builders/asset.ts';
import { circumstances, NOW } from '../../builders/circumstances.ts';
import { aMission } from '../../builders/deployment.ts';
import { aStockLine } from '../../builders/stock.ts';
import { aTeam } from '../../builders/team.ts';

/** Ids of missions: odd ones are real, even ones a drill's. */
const idOf = (n: number): string => `0190b000-0000-7000-8000-0000000de${String(n).padStart(3, '0')}`;
const isDrill = (n: number): boolean => n % 2 === 0;

interface Deed<C> {
  readonly command: C;
  readonly ofDrill: boolean;
  /** Since the deed before. */
  readonly hours: number;
}

const numbered = fc.integer({ min: 1, max: 8 });
const deeds = <C>(command: (n: number, hours: number, amount: number) => fc.Arbitrary<C>): fc.Arbitrary<Deed<C>[]> =>
  fc.array(
    fc
      .tuple(numbered, fc.integer({ min: 1, max: 48 }), fc.integer({ min: 1, max: 60 }), fc.integer({ min: 0, max: 6 }))
      .chain(([n, length, amount, hours]) =>
        command(n, length, amount).map((made) => ({ command: made, ofDrill: isDrill(n), hours })),
      ),
    { maxLength: 40 },
  );

const teamDeeds = deeds<TeamCommand>((n, hours) => {
  const until = plus(NOW, hours * HOUR_MS);
  const deploymentId = idOf(n);
  return fc.constantFrom<TeamCommand>(
    { type: 'commit', deploymentId, requestId: deploymentId, until, exercise: isDrill(n) },
    { type: 'extend-commitment', deploymentId, until: plus(until, HOUR_MS) },
    { type: 'release-commitment', deploymentId },
  );
});

const lotDeeds = deeds<StockCommand>((n, hours, quantity) => {
  const until = plus(NOW, hours * HOUR_MS);
  const requestId = idOf(n);
  return fc.constantFrom<StockCommand>(
    { type: 'promise-lot', requestId, quantity, until, exercise: isDrill(n) },
    { type: 'free-lot', requestId },
    { type: 'send-lot', requestId, deploymentId: requestId, quantity, exercise: isDrill(n) },
    { type: 'settle-lot', deploymentId: requestId, isDelivered: hours % 2 === 0 },
  );
});

/** Plays everything, and beside it only what is real: `real` takes the drills out of a state. */
const playedApart = <S, C>(
  start: S,
  history: readonly Deed<C>[],
  step: (state: S, command: C, now: string) => { state: S; accepted: boolean },
  check: (all: S, realOnly: S) => void,
) => {
  let all = start;
  let realOnly = start;
  let now = NOW;
  for (const { command, ofDrill, hours } of history) {
    now = plus(now, hours * HOUR_MS);
    const done = step(all, command, now);
    all = done.state;
    if (!ofDrill) {
      const twin = step(realOnly, command, now);
      expect(done.accepted).toBe(twin.accepted);
      realOnly = twin.state;
    }
    check(all, realOnly);
  }
};

describe('drills and what is real', () => {
  it('promise a team apart: what is real comes out as if there were no drill, whatever order things happen in', () => {
    let called = 0;
    const step = (state: TeamState, command: TeamCommand, now: string) => {
      const decision = team.decide(state, command, circumstances({ now }));
      return {
        state: decision.accepted ? decision.events.reduce<TeamState>(team.evolve, state) : state,
        accepted: decision.accepted,
      };
    };
    const real = (state: TeamState) => {
      if (state.status !== 'active') return state;
      const { drillCommitment, ...others } = state;
      if (drillCommitment?.calledAwayAt) called += 1;
      return others;
    };
    fc.assert(
      fc.property(teamDeeds, (history) =>
        playedApart(aTeam(), history, step, (all, realOnly) => {
          expect(real(all)).toEqual(real(realOnly));
          expect(team.listings(all)).toEqual(team.listings(realOnly));
          expect(team.registryEntry?.(all, '620100')).toEqual(team.registryEntry?.(realOnly, '620100'));
        }),
      ),
      { numRuns: 300 },
    );
    expect(called).toBeGreaterThan(0);
  });

  it('promise goods apart: what is real comes out as if there were no drill, and of a drill nothing is used up', () => {
    const step = (state: StockState, command: StockCommand, now: string) => {
      const decision = stock.decide(state, command, circumstances({ now }));
      return {
        state: decision.accepted ? decision.events.reduce<StockState>(stock.evolve, state) : state,
        accepted: decision.accepted,
      };
    };
    fc.assert(
      fc.property(lotDeeds, (history) =>
        playedApart(aStockLine(), history, step, (all, realOnly) => {
          expect(all.onHand).toBe(realOnly.onHand);
          expect(realPromises(all).commitments).toEqual(realOnly.commitments);
          expect(stock.registryEntry?.(all, '620100')?.supply?.unit).toBe('顶');
          expect(balanceOf(all).committed).toBe(balanceOf(realOnly).committed);
        }),
      ),
      { numRuns: 300 },
    );
  });
});

describe('a team that plays', () => {
  const until = plus(NOW, 24 * HOUR_MS);
  const playing = (): TeamState => {
    const commit: TeamCommand = {
      type: 'commit',
      ...{ deploymentId: idOf(2), requestId: idOf(4), until, exercise: true },
    };
    const decision = team.decide(aTeam(), commit, circumstances());
    return decision.accepted ? decision.events.reduce<TeamState>(team.evolve, aTeam()) : aTeam();
  };
  const period = { from: NOW, until };

  it('stays in the list of free teams, and is to be had for what is real, not for another drill', () => {
    const state = playing();
    expect(state).toMatchObject({ drillCommitment: { deploymentId: idOf(2) } });
    expect(team.listings(state).map(({ list }) => list)).toContain(teamList({ free: true }));
    expect(unavailability(state, period)).toBeUndefined();
    expect(unavailability(state, period, true)?.reason.code).toBe('team-already-committed');
  });

  it('goes on a real mission all the same, and the clock looks at it at once so that the drill is told', () => {
    const state = playing();
    const commit: TeamCommand = { type: 'commit', deploymentId: idOf(1), requestId: idOf(3), until };
    const later = plus(NOW, HOUR_MS);
    const decision = team.decide(state, commit, circumstances({ now: later }));
    if (!decision.accepted) throw new Error('a real mission has the team');
    expect(decision.events).toHaveLength(1);
    const called = decision.events.reduce<TeamState>(team.evolve, state);
    expect(called).toMatchObject({ commitment: { deploymentId: idOf(1) }, drillCommitment: { calledAwayAt: later } });
    expect(team.dueAt(called)).toBe(later);
    const told = team.decide(called, { type: 'release-commitment', deploymentId: idOf(2) }, circumstances());
    const free = told.accepted ? told.events.reduce<TeamState>(team.evolve, called) : called;
    expect(free).not.toHaveProperty('drillCommitment');
    expect(free).toMatchObject({ commitment: { deploymentId: idOf(1) } });
    expect(team.dueAt(free)).not.toBe(later);
  });

  it('is not taken by a drill from a real mission', () => {
    const busy = aTeam({ commitment: { deploymentId: idOf(1), requestId: idOf(3), since: NOW, until } });
    const commit: TeamCommand = {
      type: 'commit',
      ...{ deploymentId: idOf(2), requestId: idOf(4), until, exercise: true },
    };
    expect(team.decide(busy, commit, circumstances())).toMatchObject({
      accepted: false,
      refusal: { reason: { code: 'team-already-committed' } },
    });
  });
});

describe('equipment that plays', () => {
  const given = (exercise: boolean, asset: ActiveAsset, deploymentId: string) => {
    const opened = { type: 'deploymentOpened', side: 'owner', mission: aMission({ exercise }), at: NOW } as const;
    const command = {
      type: 'commit',
      deploymentId,
      deployment: deployment.evolve(undefined, opened),
    } as const;
    const decision = equipment.decide(asset, command, circumstances());
    if (!decision.accepted) throw new Error(decision.refusal.reason.code);
    return { events: decision.events, state: decision.events.reduce(equipment.evolve, asset) as ActiveAsset };
  };

  it('goes on a real mission all the same, which is said; not the other way round', () => {
    const played = given(true, somePumps(), idOf(2)).state;
    expect(played).toMatchObject({ drillCommitment: { deploymentId: idOf(2) } });
    const { events, state } = given(false, played, idOf(1));
    expect(events).toMatchObject([{ type: 'assetCommitted', calledAwayFrom: idOf(2) }]);
    expect(state).toMatchObject({ commitment: { deploymentId: idOf(1) } });
    expect(state).not.toHaveProperty('drillCommitment');
    expect(equipment.notices?.(events[0] as never, state)).toHaveLength(1);
    expect(() => given(true, state, idOf(4))).toThrow('equipment-already-committed');
  });

  it('is done playing at the end of the drill, without a word of its being overdue', () => {
    const played = given(true, somePumps(), idOf(2)).state;
    const end = played.drillCommitment?.until ?? '';
    expect(equipment.dueAt(played)).toBe(end);
    const decision = equipment.decide(played, { type: 'clock-ran-out' }, circumstances({ now: end }));
    expect(decision).toMatchObject({ events: [{ type: 'assetCommitmentReleased', deploymentId: idOf(2) }] });
  });
});
