import { describe, expect, it } from 'vitest';
import { assetConditionOf, assetUnavailability } from '../../../shared/domain/asset/asset-availability.ts';
import type { AssetCommand } from '../../../shared/domain/asset/asset-commands.ts';
import type { ActiveAsset, AssetState } from '../../../shared/domain/asset/asset-state.ts';
import type { DeploymentState } from '../../../shared/domain/deployment/deployment-state.ts';
import { equipment } from '../../../shared/domain/equipment/equipment.ts';
import { DAY_MS, plus } from '../../../shared/domain/kernel/instant.ts';
import { sentenceOf } from '../../../shared/domain/kernel/refusal.ts';
import { vehicle } from '../../../shared/domain/vehicle/vehicle.ts';
import { outcomeOf } from '../../builders/agreement.ts';
import { aVehicle, EQUIPMENT_ID, somePumps, VEHICLE_ID, vehicleDetails } from '../../builders/asset.ts';
import { aFreshId, circumstances, LANZHOU, NOW, XINING } from '../../builders/circumstances.ts';
import { aDeployment, DEPLOYMENT_ID, REQUEST_ID } from '../../builders/deployment.ts';
import { PACKAGE_ID } from '../../builders/package.ts';
import { TEAM_ID } from '../../builders/team.ts';

const KINDS = [
  { kind: 'equipment', aggregate: equipment, some: somePumps, id: EQUIPMENT_ID },
  { kind: 'vehicle', aggregate: vehicle, some: aVehicle, id: VEHICLE_ID },
] as const;
type Kind = (typeof KINDS)[number];

const decide = ({ aggregate }: Kind, state: AssetState | undefined, command: AssetCommand, now = NOW) =>
  aggregate.decide(state, command, circumstances({ city: LANZHOU, now }));
const outcome = (kind: Kind, state: AssetState | undefined, command: AssetCommand) =>
  outcomeOf(decide(kind, state, command));
const applied = (kind: Kind, state: AssetState | undefined, command: AssetCommand, now = NOW): AssetState => {
  const decision = decide(kind, state, command, now);
  if (!decision.accepted) throw new Error(`refused: ${decision.refusal.reason.code}`);
  const { aggregate } = kind;
  const after = decision.events.reduce<AssetState | undefined>(
    (sum, event) => aggregate.evolve(sum, aggregate.eventSchema.parse(event)),
    state,
  );
  return aggregate.stateSchema.parse(after);
};

const deployment = (() => {
  const cities = aDeployment();
  return { of: cities.state(LANZHOU), at: cities.state(XINING) };
})();
const { agreedReturn } = deployment.of;
const commitment = {
  ...{ deploymentId: DEPLOYMENT_ID, requestId: REQUEST_ID, since: NOW, until: agreedReturn, overdue: false },
};
const commit = { type: 'commit', deploymentId: DEPLOYMENT_ID, deployment: deployment.of } as const;
const release = { type: 'release-commitment', deploymentId: DEPLOYMENT_ID } as const;
const repair = { reason: '更换水泵叶轮', since: NOW };
const away = { from: plus(NOW, DAY_MS), until: plus(NOW, 2 * DAY_MS), available: false, reason: '演练' };

/** What it may be in; each also where it is kept for a package. */
const CONDITIONS = {
  free: {},
  'in a package': { packageId: PACKAGE_ID },
  'under repair': { repair },
  'on a mission': { commitment },
} as const satisfies Record<string, Partial<ActiveAsset>>;

describe.each(KINDS)('$kind', (kind) => {
  const { aggregate, some, id } = kind;
  const retired = () => applied(kind, some(), { type: 'retire', reason: '报废' });
  const commands = {
    change: { type: 'change', details: some().details },
    'set-availability': { type: 'set-availability', periods: [] },
    confirm: { type: 'confirm' },
    'report-repair': { type: 'report-repair', reason: repair.reason },
    'report-repaired': { type: 'report-repaired' },
    commit,
    'release-commitment': release,
    assign: { type: 'assign', packageId: PACKAGE_ID },
    'assign elsewhere': { type: 'assign', packageId: aFreshId() },
    unassign: { type: 'unassign', packageId: PACKAGE_ID },
    retire: { type: 'retire', reason: '报废' },
  } as const satisfies Record<string, AssetCommand>;
  type Command = keyof typeof commands;

  /** What commands are refused with where they are not accepted. */
  const REFUSED: { readonly [S in keyof typeof CONDITIONS]: { readonly [T in Command]?: string } } = {
    free: { 'report-repaired': 'not-under-repair', 'release-commitment': 'not-committed' },
    'in a package': {
      'report-repaired': 'not-under-repair',
      'release-commitment': 'not-committed',
      'assign elsewhere': 'in-a-package',
      retire: 'in-a-package',
    },
    'under repair': {
      'report-repair': 'under-repair',
      commit: 'under-repair',
      'release-commitment': 'not-committed',
    },
    'on a mission': { 'report-repaired': 'not-under-repair', retire: 'already-committed' },
  };
  const table = Object.entries(CONDITIONS).flatMap(([condition, more]) =>
    (Object.keys(commands) as Command[]).map((command) => {
      const refusal = REFUSED[condition as keyof typeof CONDITIONS][command];
      return { condition, command, more, code: refusal ? `${kind.kind}-${refusal}` : 'accepted' };
    }),
  );

  it.each(table)('$condition, by $command: $code', ({ command, more, code }) => {
    expect(outcome(kind, some(more), commands[command])).toBe(code);
  });

  it.each(Object.keys(commands) as Command[])('not before it is registered, not after it is retired: %s', (command) => {
    expect(outcome(kind, undefined, commands[command])).toBe(`${kind.kind}-unknown`);
    expect(outcome(kind, retired(), commands[command])).toBe(`${kind.kind}-retired`);
  });

  it('is registered once', () => {
    const register = { type: 'register', id, details: some().details } as const;
    expect(applied(kind, undefined, register)).toEqual(some());
    expect(outcome(kind, some(), register)).toBe(`${kind.kind}-exists`);
  });

  it('is repaired', () => {
    const broken = applied(kind, some(), commands['report-repair']);
    expect(broken).toEqual(some({ repair }));
    expect(applied(kind, broken, commands['report-repaired'])).toEqual(some());
  });

  it('is given to a mission and taken back, wherever it is kept', () => {
    const kept = some({ packageId: PACKAGE_ID });
    const given = applied(kind, kept, commit);
    expect(given).toEqual({ ...kept, commitment });
    expect(applied(kind, given, release)).toEqual(kept);
    expect(outcome(kind, given, { ...release, deploymentId: aFreshId() })).toBe(`${kind.kind}-not-committed`);
  });

  it('is given to one mission at a time', () => {
    const elsewhere = some({ commitment: { ...commitment, deploymentId: aFreshId() } });
    expect(outcome(kind, elsewhere, commit)).toBe(`${kind.kind}-already-committed`);
    const longer = plus(agreedReturn, DAY_MS);
    const overdue = some({ commitment: { ...commitment, overdue: true } });
    const extended = { ...deployment.of, agreedReturn: longer };
    expect(applied(kind, overdue, { ...commit, deployment: extended })).toEqual(
      some({ commitment: { ...commitment, until: longer } }),
    );
  });

  it.each([
    ['nobody knows', undefined],
    ['is another city’s', deployment.at],
    ['is over', { ...deployment.of, phase: 'ended' } as DeploymentState],
  ])('is not given to a mission that %s', (_, asked) => {
    expect(outcome(kind, some(), { ...commit, deployment: asked })).toBe(`${kind.kind}-deployment-not-under-way`);
  });

  it('goes into a package once, and out of that package only', () => {
    const kept = applied(kind, some(), commands.assign);
    expect(kept).toEqual(some({ packageId: PACKAGE_ID }));
    expect(decide(kind, kept, commands.assign)).toEqual({ accepted: true, events: [] });
    expect(applied(kind, kept, commands.unassign)).toEqual(some());
    const elsewhere = { type: 'unassign', packageId: aFreshId() } as const;
    expect(decide(kind, kept, elsewhere)).toEqual({ accepted: true, events: [] });
  });

  it('is confirmed by whoever says what it is like', () => {
    const later = plus(NOW, DAY_MS);
    for (const command of [commands.change, commands['set-availability'], commands.confirm])
      expect(applied(kind, some(), command, later)).toEqual(some({ confirmedAt: later }));
  });

  it.each([
    ['in service', some(), 'available'],
    ['in a package', some({ packageId: PACKAGE_ID }), 'available'],
    ['retired', retired(), 'retired'],
    ['on a mission', some({ commitment }), 'committed'],
    ['under repair', some({ repair }), 'under-repair'],
    ['away in the middle', some({ periods: [away] }), 'unavailable'],
    ['on stand-by', some({ periods: [{ ...away, available: true }] }), 'available'],
  ] as const)('%s: %#', (_, state, condition) => {
    const period = { from: NOW, until: plus(NOW, 3 * DAY_MS) };
    expect(assetConditionOf(state, period)).toBe(condition);
    const refusal = assetUnavailability(state, period);
    expect(refusal === undefined).toBe(condition === 'available');
    if (refusal) expect(sentenceOf(refusal).zh).toContain(state.details.number);
  });

  it('stands in the lists of its category, its team and what is free', () => {
    const lists = (state: AssetState) => aggregate.listings(state).map(({ list }) => list);
    const { category } = some().details;
    const all = [kind.kind, `${kind.kind}/category/${category}`, `${kind.kind}/team/${TEAM_ID}`];
    const free = [`${kind.kind}/free`, `${kind.kind}/category/${category}/free`];
    const rest = lists(some()).slice(all.length + free.length);
    expect(lists(some())).toEqual([...all, ...free, ...rest]);
    expect(rest).toContain(`${kind.kind}/key`);
    for (const more of [CONDITIONS['in a package'], CONDITIONS['under repair'], CONDITIONS['on a mission']])
      expect(lists(some(more))).toEqual([...all, ...rest]);
    expect(lists(retired())).toEqual([kind.kind]);
  });

  it('writes no more than four rows when a package takes it up', () => {
    const rows = (state: AssetState) => aggregate.listings(state).map((row) => JSON.stringify(row));
    const [before, after] = [rows(some()), rows(some({ packageId: PACKAGE_ID }))];
    const changed =
      before.filter((row) => !after.includes(row)).length + after.filter((row) => !before.includes(row)).length;
    // And its state, and a ledger entry.
    expect(changed).toBe(2);
  });
});

describe('the clock of a vehicle', () => {
  const [, kind] = KINDS;
  const expiresAt = vehicleDetails().inspection?.expiresAt ?? expect.unreachable();
  const ring = (state: AssetState, now: string) => applied(kind, state, { type: 'clock-ran-out' }, now);
  const told = (state: AssetState, now: string) => {
    const decision = decide(kind, state, { type: 'clock-ran-out' }, now);
    if (!decision.accepted) throw new Error('the clock is never refused');
    return decision.events.flatMap((event) => vehicle.notices?.(event, state) ?? []);
  };

  it('speaks of its inspection sixty days before it ends, when it ends, and not again', () => {
    const noticeAt = plus(expiresAt, -60 * DAY_MS);
    expect(vehicle.dueAt(aVehicle())).toBe(noticeAt);
    expect(told(aVehicle(), NOW)).toEqual([]);
    expect(told(aVehicle(), noticeAt)).toMatchObject([{ urgency: 'routine' }]);
    const expiring = ring(aVehicle(), noticeAt);
    expect(vehicle.dueAt(expiring)).toBe(expiresAt);
    expect(told(expiring, expiresAt)).toMatchObject([{ urgency: 'urgent' }]);
    const expired = ring(expiring, expiresAt);
    expect(vehicle.dueAt(expired)).toBeUndefined();
    expect(assetConditionOf(expired, { from: expiresAt, until: expiresAt })).toBe('inspection-expired');
    const inspection = { authority: '虚构检测站', number: 'JC-0008', expiresAt: plus(expiresAt, 365 * DAY_MS) };
    const renewed = applied(kind, expired, { type: 'change', details: vehicleDetails({ inspection }) });
    expect(renewed).toMatchObject({ inspectionNotice: 'none' });
  });

  it('speaks once of a mission from which it should be back', () => {
    const given = aVehicle({ commitment });
    expect(vehicle.dueAt(given)).toBe(agreedReturn);
    expect(told(given, agreedReturn).map(({ text }) => text.en)).toEqual([expect.stringContaining('甘A·演0007')]);
    const overdue = ring(given, agreedReturn);
    expect(overdue).toMatchObject({ commitment: { overdue: true } });
    expect(vehicle.dueAt(overdue)).toBe(plus(expiresAt, -60 * DAY_MS));
  });

  it('leaves alone what needs no inspection, and what is retired', () => {
    expect(equipment.dueAt(somePumps())).toBeUndefined();
    const retired = applied(kind, aVehicle(), { type: 'retire', reason: '报废' });
    expect(vehicle.dueAt(retired)).toBeUndefined();
    expect(decide(kind, retired, { type: 'clock-ran-out' })).toEqual({ accepted: true, events: [] });
  });
});
