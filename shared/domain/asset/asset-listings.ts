import * as z from 'zod';
import type { Listing } from '../kernel/aggregate.ts';
import { listName } from '../kernel/list-name.ts';
import { naturalKeyListing } from '../registry/natural-key.ts';
import { upkeepListings } from '../registry/upkeep.ts';
import type { AssetKind } from './asset-kind.ts';
import { type AssetState, calledAsset } from './asset-state.ts';

/** What equipment and vehicles are looked up by. */
export interface AssetFilter {
  readonly category?: string | undefined;
  /** The team that has it in keeping. */
  readonly team?: string | undefined;
  /** In service, not under repair, on no mission and in no package; inspection and periods are to be looked at. */
  readonly free?: boolean | undefined;
}

/** @returns the name of the list that holds exactly what the filter asks for; by category or by team, not both. */
export const assetList = (kind: AssetKind, { category, team, free }: AssetFilter = {}): string =>
  `${listName(kind, { category, team })}${free ? '/free' : ''}`;

/** @returns whether it can be put into a package or given to a mission, but for what changes by the hour. */
const isFree = (asset: AssetState): boolean =>
  asset.status === 'active' && !asset.repair && !asset.commitment && asset.packageId === undefined;

/** What lists hold of it: a list is shown with what each entry is now, so that a change of hands writes few rows. */
export const AssetCardSchema = z.strictObject({ id: z.uuid() });

/** By name and number. Retired: the list of all only. */
export const assetListings = (asset: AssetState): readonly Listing[] => {
  const { kind, id, details, confirmedAt } = asset;
  const { category, keeper, name, number, inspection } = details;
  const row = (filter: AssetFilter): Listing => ({
    list: assetList(kind, filter),
    sort: `${name}#${number}#${id}`,
    card: { id },
  });
  if (asset.status === 'retired') return [row({})];
  const { teamId: team } = keeper;
  const endings = inspection ? [{ what: 'inspection' as const, at: inspection.expiresAt }] : [];
  return [
    row({}),
    row({ category }),
    ...(team === undefined ? [] : [row({ team })]),
    ...(isFree(asset) ? [row({ free: true }), row({ category, free: true })] : []),
    naturalKeyListing(kind, id, number),
    ...upkeepListings({ kind, id, name: calledAsset(details), confirmedAt, endings }),
  ];
};
