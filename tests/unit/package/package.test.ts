import { describe, expect, it } from 'vitest';
import type { AssetState } from '../../../shared/domain/asset/asset-state.ts';
import { DAY_MS, plus } from '../../../shared/domain/kernel/instant.ts';
import { missionPackage as aggregate } from '../../../shared/domain/package/package.ts';
import { packageConditionOf, packageUnavailability } from '../../../shared/domain/package/package-availability.ts';
import type { PackageCommand, PackageParts } from '../../../shared/domain/package/package-commands.ts';
import { MAXIMUM_PACKAGE_ASSETS, PackageDetailsSchema } from '../../../shared/domain/package/package-details.ts';
import type { PackageState } from '../../../shared/domain/package/package-state.ts';
import { RegistryEntrySchema } from '../../../shared/domain/registry/registry-entry.ts';
import type { TeamState } from '../../../shared/domain/team/team-state.ts';
import { HAZARDS, type Hazard } from '../../../shared/domain/vocabulary/hazards.ts';
import { TEAM_KINDS, type TeamKind } from '../../../shared/domain/vocabulary/resource-kinds.ts';
import { outcomeOf } from '../../builders/agreement.ts';
import { aVehicle, EQUIPMENT_ID, somePumps, VEHICLE_ID } from '../../builders/asset.ts';
import { aFreshId, circumstances, LANZHOU, NOW } from '../../builders/circumstances.ts';
import {
  aPackage,
  aRetiredPackage,
  MEDICAL_TEAM_ID,
  PACKAGE_ID,
  packageDetails,
  packageParts,
  theMedics,
} from '../../builders/package.ts';
import { aTeam, someDetails, TEAM_ID } from '../../builders/team.ts';

const decide = (state: PackageState | undefined, command: PackageCommand, now = NOW) =>
  aggregate.decide(state, command, circumstances({ city: LANZHOU, now }));
const applied = (state: PackageState | undefined, command: PackageCommand, now = NOW): PackageState => {
  const decision = decide(state, command, now);
  if (!decision.accepted) throw new Error(`refused: ${decision.refusal.reason.code}`);
  const after = decision.events.reduce<PackageState | undefined>(
    (sum, event) => aggregate.evolve(sum, aggregate.eventSchema.parse(event)),
    state,
  );
  return aggregate.stateSchema.parse(after);
};
const define = (details = packageDetails(), parts = packageParts()) =>
  ({ type: 'define', id: PACKAGE_ID, details, parts }) as const;
const change = (details = packageDetails(), parts = packageParts()) => ({ type: 'change', details, parts }) as const;
const retire = { type: 'retire', reason: '整编' } as const;

const retiredTeam = (): TeamState => {
  const { id, details, dutyContact, periods, certificationNotice } = aTeam();
  return { status: 'retired', id, details, dutyContact, periods, certificationNotice, reason: '解散', retiredAt: NOW };
};
const retiredVehicle = (): AssetState => {
  const { kind, id, details, periods, inspectionNotice } = aVehicle();
  return { status: 'retired', kind, id, details, periods, inspectionNotice, reason: '报废', retiredAt: NOW };
};

describe('what can be done with a package', () => {
  it.each([
    ['define', define()],
    ['change', change()],
    ['confirm', { type: 'confirm' } as const],
    ['retire', retire],
  ])('%s: while it is in use only', (_, command) => {
    const first = command.type === 'define';
    expect(outcomeOf(decide(undefined, command))).toBe(first ? 'accepted' : 'package-unknown');
    expect(outcomeOf(decide(aPackage(), command))).toBe(first ? 'package-exists' : 'accepted');
    expect(outcomeOf(decide(aRetiredPackage(), command))).toBe(first ? 'package-exists' : 'package-retired');
  });

  it('is defined, changed, confirmed', () => {
    expect(applied(undefined, define())).toEqual(aPackage());
    const later = plus(NOW, DAY_MS);
    const details = packageDetails({ capability: '每日转移 400 人' });
    expect(applied(aPackage(), change(details), later)).toEqual(aPackage({ details, confirmedAt: later }));
    expect(applied(aPackage(), { type: 'confirm' }, later)).toEqual(aPackage({ confirmedAt: later }));
  });
});

describe('what a package is made of', () => {
  const elsewhere = aFreshId();
  const wrong: readonly [string, Partial<PackageParts>, string, string][] = [
    ['a team nobody knows', { teams: [aTeam()] }, 'package-part-unknown', '/teamIds/1'],
    ['a retired team', { teams: [retiredTeam(), theMedics()] }, 'package-part-retired', '/teamIds/0'],
    ['equipment nobody knows', { assets: [aVehicle()] }, 'package-part-unknown', '/equipmentIds/0'],
    ['a retired vehicle', { assets: [somePumps(), retiredVehicle()] }, 'package-part-retired', '/vehicleIds/0'],
    [
      'a vehicle of another package',
      { assets: [somePumps(), aVehicle({ packageId: elsewhere })] },
      'vehicle-in-a-package',
      '/vehicleIds/0',
    ],
  ];
  it.each(wrong)('is not %s', (_, parts, code, pointer) => {
    for (const decision of [
      decide(undefined, define(undefined, packageParts(parts))),
      decide(aPackage(), change(undefined, packageParts(parts))),
    ])
      expect(decision).toMatchObject({ accepted: false, refusal: { reason: { code }, pointer } });
  });

  it('gives it kinds, levels, hazards and place', () => {
    expect(aPackage().brought).toEqual({
      teams: [
        { teamId: TEAM_ID, name: '兰州水上救援一队' },
        { teamId: MEDICAL_TEAM_ID, name: '兰州医疗救护队' },
      ],
      capabilities: [
        { kind: 'water-rescue', level: 1 },
        { kind: 'medical-rescue', level: 2 },
      ],
      hazards: ['flood', 'earthquake'],
      base: someDetails().base,
      readinessMinutes: 60,
      headcount: 20,
      certifiedUntil: someDetails().certification.expiresAt,
    });
  });

  it('of a kind counts as much as its weakest team', () => {
    const weak = aTeam({ id: MEDICAL_TEAM_ID, details: someDetails({ level: 3 }) });
    const parts = packageParts({ teams: [aTeam(), weak] });
    expect(applied(undefined, define(undefined, parts)).brought.capabilities).toEqual([
      { kind: 'water-rescue', level: 3 },
    ]);
  });

  it('is taken anew from the teams when it is changed', () => {
    const moved = aTeam({ details: someDetails({ base: { ...someDetails().base, place: '新址' }, headcount: 30 }) });
    const { brought } = applied(aPackage(), change(undefined, packageParts({ teams: [moved, theMedics()] })));
    expect(brought).toMatchObject({ base: { place: '新址' }, headcount: 38 });
  });

  it.each([
    [{ teamIds: [] }, 'teamIds'],
    [{ teamIds: [TEAM_ID, TEAM_ID] }, 'teamIds'],
    [{ teamIds: Array.from({ length: 7 }, aFreshId) }, 'teamIds'],
    [{ vehicleIds: Array.from({ length: MAXIMUM_PACKAGE_ASSETS }, aFreshId) }, 'vehicleIds'],
    [{ validUntil: packageDetails().validFrom }, 'validUntil'],
    [{ commodities: [{ code: '9', name: '水', quantity: 1, unit: '瓶' }] }, 'commodities'],
  ])('is written as %o: not taken', (more, path) => {
    const { error } = PackageDetailsSchema.safeParse({ ...packageDetails(), ...more });
    expect(error?.issues.map((issue) => issue.path[0])).toContain(path);
  });
});

describe('equipment and vehicles of a package', () => {
  const consequencesOf = (state: PackageState | undefined, command: PackageCommand) => {
    const decision = decide(state, command);
    if (!decision.accepted) throw new Error(decision.refusal.reason.code);
    return decision.events.flatMap((event) => aggregate.consequences?.(event, aggregate.evolve(state, event)) ?? []);
  };
  const assign = { type: 'assign', packageId: PACKAGE_ID };
  const unassign = { type: 'unassign', packageId: PACKAGE_ID };

  it('are kept for it while it names them', () => {
    expect(consequencesOf(undefined, define())).toEqual([
      { kind: 'equipment', id: EQUIPMENT_ID, command: assign },
      { kind: 'vehicle', id: VEHICLE_ID, command: assign },
    ]);
    const another = aVehicle({ id: aFreshId() });
    const details = packageDetails({ equipmentIds: [], vehicleIds: [VEHICLE_ID, another.id] });
    const parts = packageParts({ assets: [aVehicle({ packageId: PACKAGE_ID }), another] });
    expect(consequencesOf(aPackage(), change(details, parts))).toEqual([
      { kind: 'equipment', id: EQUIPMENT_ID, command: unassign },
      { kind: 'vehicle', id: another.id, command: assign },
    ]);
    expect(consequencesOf(aPackage(), change())).toEqual([]);
    expect(consequencesOf(aPackage(), retire)).toEqual([
      { kind: 'equipment', id: EQUIPMENT_ID, command: unassign },
      { kind: 'vehicle', id: VEHICLE_ID, command: unassign },
    ]);
  });

  it('change in numbers that one transaction holds', () => {
    const many = Array.from({ length: MAXIMUM_PACKAGE_ASSETS }, () => aVehicle({ id: aFreshId() }));
    const details = packageDetails({ equipmentIds: [], vehicleIds: many.map(({ id }) => id) });
    expect(outcomeOf(decide(aPackage(), change(details, packageParts({ assets: many }))))).toBe(
      'package-change-too-large',
    );
    expect(outcomeOf(decide(undefined, define(details, packageParts({ assets: many }))))).toBe('accepted');
  });

  it('and all lists change in one transaction at the worst', () => {
    const kinds = Object.keys(TEAM_KINDS) as TeamKind[];
    const teamsOf = (ofKinds: readonly TeamKind[]): TeamState[] =>
      ofKinds.map((kind) =>
        aTeam({ id: aFreshId(), details: someDetails({ kind, hazards: Object.keys(HAZARDS) as Hazard[] }) }),
      );
    const rowsOf = (name: string, teams: readonly TeamState[]) => {
      const details = packageDetails({ name, teamIds: teams.map(({ id }) => id) });
      const state = applied(undefined, define(details, packageParts({ teams })));
      return aggregate.listings(state).map(({ list, sort }) => `${list} ${sort}`);
    };
    const old = rowsOf('甲', teamsOf(kinds.slice(0, 6)));
    const now = rowsOf('乙', teamsOf(kinds.slice(6)));
    const lists = new Set([...old, ...now]).size;
    const [state, entry, perAsset, answer] = [1, 1, 4, 1];
    expect(lists + state + entry + answer + perAsset * MAXIMUM_PACKAGE_ASSETS).toBeLessThanOrEqual(100);
  });
});

describe('whether a package can be had', () => {
  const period = { from: NOW, until: plus(NOW, 3 * DAY_MS) };
  const inTheMiddle = { from: plus(NOW, DAY_MS), until: plus(NOW, 2 * DAY_MS), available: false, reason: '检修' };
  const busy = { deploymentId: aFreshId(), requestId: aFreshId(), since: NOW, until: plus(NOW, DAY_MS) };
  const cases: readonly [string, PackageState, PackageParts, string][] = [
    ['with all it needs', aPackage(), packageParts(), 'available'],
    ['retired', aRetiredPackage(), packageParts(), 'package-retired'],
    [
      'not valid yet',
      aPackage({ details: packageDetails({ validFrom: plus(NOW, 1) }) }),
      packageParts(),
      'package-not-valid',
    ],
    [
      'not valid to the end',
      aPackage({ details: packageDetails({ validUntil: plus(period.until, -1) }) }),
      packageParts(),
      'package-not-valid',
    ],
    [
      'whose team is on a mission',
      aPackage(),
      packageParts({ teams: [aTeam({ commitment: busy }), theMedics()] }),
      'team-already-committed',
    ],
    ['whose team is gone', aPackage(), packageParts({ teams: [aTeam()] }), 'package-part-unknown'],
    [
      'whose vehicle is away in the middle',
      aPackage(),
      packageParts({ assets: [somePumps(), aVehicle({ periods: [inTheMiddle] })] }),
      'vehicle-not-available',
    ],
    [
      'whose pumps are under repair',
      aPackage(),
      packageParts({ assets: [somePumps({ repair: { reason: '漏油', since: NOW } }), aVehicle()] }),
      'equipment-under-repair',
    ],
    ['whose vehicle is gone', aPackage(), packageParts({ assets: [somePumps()] }), 'package-part-unknown'],
  ];
  it.each(cases)('%s: %#', (_, state, parts, code) => {
    const refusal = packageUnavailability(state, parts, period);
    expect(refusal?.reason.code ?? 'available').toBe(code);
    const word = { available: 'available', 'package-retired': 'retired', 'package-not-valid': 'not-valid' }[code];
    expect(packageConditionOf(refusal)).toBe(word ?? 'unavailable');
  });
});

describe('the validity of a package', () => {
  const { validUntil } = packageDetails();
  const ring = (state: PackageState, now: string) => applied(state, { type: 'clock-ran-out' }, now);

  it('is spoken of sixty days before it ends, when it ends, and not again', () => {
    const noticeAt = plus(validUntil, -60 * DAY_MS);
    expect(aggregate.dueAt(aPackage())).toBe(noticeAt);
    expect(ring(aPackage(), NOW)).toEqual(aPackage());
    const expiring = ring(aPackage(), noticeAt);
    expect(expiring).toEqual(aPackage({ validityNotice: 'expiring' }));
    expect(aggregate.dueAt(expiring)).toBe(validUntil);
    const expired = ring(expiring, validUntil);
    expect(expired).toEqual(aPackage({ validityNotice: 'expired' }));
    expect(aggregate.dueAt(expired)).toBeUndefined();
    const details = packageDetails({ validUntil: plus(validUntil, 365 * DAY_MS) });
    expect(applied(expired, change(details))).toMatchObject({ validityNotice: 'none' });
    expect(aggregate.dueAt(aRetiredPackage())).toBeUndefined();
    expect(ring(aRetiredPackage(), validUntil)).toEqual(aRetiredPackage());
  });

  it('is told of in both languages', () => {
    const [expiring] = aggregate.notices?.({ type: 'packageExpiring', validUntil }, aPackage()) ?? [];
    const [expired] = aggregate.notices?.({ type: 'packageExpired', validUntil }, aPackage()) ?? [];
    expect(expiring).toMatchObject({ urgency: 'routine', text: { zh: expect.stringContaining('水域救援') } });
    expect(expired).toMatchObject({ urgency: 'urgent', text: { en: expect.stringContaining('no longer valid') } });
  });
});

describe('a package is found', () => {
  it('in the lists of its kinds, hazards and teams', () => {
    const lists = aggregate.listings(aPackage()).map(({ list }) => list);
    expect(lists.filter((list) => list.startsWith('package')).sort()).toEqual(
      [
        'package',
        'package/kind/water-rescue',
        'package/kind/medical-rescue',
        'package/hazard/flood',
        'package/hazard/earthquake',
        `package/team/${TEAM_ID}`,
        `package/team/${MEDICAL_TEAM_ID}`,
        'package/key',
      ].sort(),
    );
    expect(aggregate.listings(aRetiredPackage()).map(({ list }) => list)).toEqual(['package']);
  });

  it('by what anybody may know of it', () => {
    const entry = aggregate.registryEntry?.(aPackage(), LANZHOU);
    expect(RegistryEntrySchema.parse(entry)).toEqual(entry);
    expect(entry).toMatchObject({
      kind: 'package',
      id: PACKAGE_ID,
      city: LANZHOU,
      words: expect.arrayContaining([packageDetails().mission, packageDetails().capability, '救生衣']),
      readinessMinutes: 60,
      package: { teams: 2, fortnightCost: 1_840_002 },
      validUntil: someDetails().certification.expiresAt,
    });
    expect(aggregate.registryEntry?.(aRetiredPackage(), LANZHOU)).toBeUndefined();
  });
});
