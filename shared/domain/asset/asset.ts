import type * as z from 'zod';
import type { Aggregate, NoticeDraft } from '../kernel/aggregate.ts';
import { routine, urgent } from '../kernel/notice.ts';
import { assetDueAt } from './asset-clock.ts';
import type { AssetCommand } from './asset-commands.ts';
import { type AssetEvent, assetEventSchema } from './asset-events.ts';
import { ASSET_KINDS, type AssetKind } from './asset-kind.ts';
import { assetListings } from './asset-listings.ts';
import { type AssetDetails, type AssetState, assetStateSchema, calledAsset } from './asset-state.ts';
import { assetDecisions } from './decide-asset.ts';
import { evolveAsset } from './evolve-asset.ts';

const notices = (event: AssetEvent, { kind, details }: AssetState): readonly NoticeDraft[] => {
  const { zh, en } = ASSET_KINDS[kind];
  const called = calledAsset(details);
  switch (event.type) {
    case 'inspectionExpiring':
      return [
        routine(
          `${zh}“${called}”的检验将于${event.expiresAt}到期，请及时送检。`,
          `The inspection of the ${en} "${called}" expires at ${event.expiresAt}; have it inspected.`,
        ),
      ];
    case 'inspectionExpired':
      return [
        urgent(
          `${zh}“${called}”的检验已到期，送检前不能使用。`,
          `The inspection of the ${en} "${called}" has expired; it must not be used until it is inspected.`,
        ),
      ];
    case 'assetCommitted':
      return event.calledAwayFrom === undefined
        ? []
        : [
            urgent(
              `${zh}“${called}”已转用于真实派遣，不再参加演练派遣${event.calledAwayFrom}。`,
              `The ${en} "${called}" goes on a real mission; the drill's deployment ${event.calledAwayFrom} does without it.`,
            ),
          ];
    case 'assetCommitmentOverdue':
      return [
        routine(
          `${zh}“${called}”的派遣已于${event.until}到期，尚未归还：请收回，或按新的结束时间重新登记。`,
          `The ${en} "${called}" was to be back from its mission at ${event.until}: take it back, or enter the new end.`,
        ),
      ];
    default:
      return [];
  }
};

/** @returns the aggregate of equipment, or of vehicles: they differ in what the registry holds of them only. */
export const assetAggregate = <K extends AssetKind>(
  kind: K,
  details: z.ZodType<AssetDetails>,
): Aggregate<AssetState, AssetCommand, AssetEvent> & { readonly kind: K } => ({
  kind,
  stateSchema: assetStateSchema(kind, details),
  eventSchema: assetEventSchema(kind, details),
  decide: assetDecisions(kind),
  evolve: evolveAsset,
  dueAt: assetDueAt,
  listings: assetListings,
  notices,
  isExercise: () => false,
});
