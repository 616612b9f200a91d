import type { Aggregate, Consequence, NoticeDraft } from '../kernel/aggregate.ts';
import { routine, urgent } from '../kernel/notice.ts';
import { decidePackage, packageDueAt } from './decide-package.ts';
import { evolvePackage } from './evolve-package.ts';
import type { PackageCommand } from './package-commands.ts';
import { packageEntry } from './package-entry.ts';
import { type PackageEvent, PackageEventSchema } from './package-events.ts';
import { packageListings } from './package-listings.ts';
import { assetsOf, type PackageState, PackageStateSchema } from './package-state.ts';

/** Equipment and vehicles are kept for one package at a time: the transaction that defines it takes hold of them, or is refused. */
const consequences = (event: PackageEvent, { id: packageId, details }: PackageState): readonly Consequence[] => {
  const assign = { type: 'assign', packageId } as const;
  const unassign = { type: 'unassign', packageId } as const;
  switch (event.type) {
    case 'packageDefined':
      return assetsOf(details).map((asset) => ({ ...asset, command: assign }));
    case 'packageChanged':
      return [
        ...event.left.map((asset) => ({ ...asset, command: unassign })),
        ...event.joined.map((asset) => ({ ...asset, command: assign })),
      ];
    case 'packageRetired':
      return assetsOf(details).map((asset) => ({ ...asset, command: unassign }));
    default:
      return [];
  }
};

const notices = (event: PackageEvent, { details: { name } }: PackageState): readonly NoticeDraft[] => {
  switch (event.type) {
    case 'packageExpiring':
      return [
        routine(
          `任务包“${name}”将于${event.validUntil}失效，请及时复核。`,
          `The package "${name}" is valid until ${event.validUntil}; have it reviewed.`,
        ),
      ];
    case 'packageExpired':
      return [
        urgent(
          `任务包“${name}”已失效，复核前不能用于支援。`,
          `The package "${name}" is no longer valid; it cannot be offered until it is reviewed.`,
        ),
      ];
    default:
      return [];
  }
};

/** A mission-ready package: teams with all they need for a mission, described and priced in peace time. */
export const missionPackage: Aggregate<PackageState, PackageCommand, PackageEvent> = {
  kind: 'package',
  stateSchema: PackageStateSchema,
  eventSchema: PackageEventSchema,
  decide: decidePackage,
  evolve: evolvePackage,
  dueAt: packageDueAt,
  listings: packageListings,
  registryEntry: packageEntry,
  consequences,
  notices,
  isExercise: () => false,
};
