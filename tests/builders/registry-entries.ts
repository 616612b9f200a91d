import type { RegistryEntry } from '../../shared/domain/registry/registry-entry.ts';
import { agencies } from './registry/agencies.ts';
import { drawIdsAnew } from './registry/entry-of.ts';
import { experts } from './registry/experts.ts';
import { stock } from './registry/goods.ts';
import { packages } from './registry/packages.ts';
import { teams } from './registry/teams.ts';

/** @returns a registry as five cities might keep it, some three hundred entries: made up, the same each time. */
export const aRegistry = (): readonly RegistryEntry[] => {
  drawIdsAnew();
  return [...teams(), ...experts(), ...agencies(), ...stock(), ...packages()];
};
