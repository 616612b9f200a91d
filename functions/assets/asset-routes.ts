import type * as z from 'zod';
import { loadSet } from '../../shared/data/loaded.ts';
import type { AssetCommand } from '../../shared/domain/asset/asset-commands.ts';
import type { AssetEvent } from '../../shared/domain/asset/asset-events.ts';
import type { AssetKind } from '../../shared/domain/asset/asset-kind.ts';
import { AssetCardSchema, assetList } from '../../shared/domain/asset/asset-listings.ts';
import type { AssetDetails, AssetState } from '../../shared/domain/asset/asset-state.ts';
import type { AvailabilityPeriod } from '../../shared/domain/vocabulary/availability.ts';
import { type Conversation, conversationsOf } from '../../shared/exchange/conversation.ts';
import { deploymentConversation } from '../../shared/exchange/conversations/deployment.ts';
import type { RouteContract } from '../../shared/http/route.ts';
import type { AssetQuery } from '../../shared/http/routes/asset-routes.ts';
import { type AssetIdName, assetIdName, assetView } from '../../shared/http/views/asset.ts';
import { freshness } from '../../shared/http/views/upkeep.ts';
import { commandRoute, listCards, loadOr404 } from '../../shared/lambda/aggregate-routes.ts';
import { type BoundRoute, implement } from '../../shared/lambda/bound-route.ts';
import { commandsOn } from '../../shared/lambda/commands-on.ts';
import type { AssetsCell } from './handler.ts';

type OnOne<K extends AssetKind, B = unknown> = RouteContract<
  z.ZodType<Readonly<Record<AssetIdName<K>, string>>>,
  z.ZodType,
  z.ZodType<B>,
  z.ZodType
>;
type Reasoned = { readonly reason: string };
type OfDeployment = { readonly deploymentId: string };

/** The routes of equipment or those of vehicles, as far as they are alike: ids go by the registry's own name. */
interface AssetRoutes<K extends AssetKind> {
  readonly list: RouteContract<
    z.ZodType,
    z.ZodType<AssetQuery>,
    z.ZodType,
    z.ZodType<{ items: unknown[]; nextCursor?: string | undefined }>
  >;
  readonly register: RouteContract<z.ZodType, z.ZodType, z.ZodType<AssetDetails>, z.ZodType>;
  readonly read: OnOne<K>;
  readonly change: OnOne<K, AssetDetails>;
  readonly setAvailability: OnOne<K, { readonly periods: readonly AvailabilityPeriod[] }>;
  readonly confirm: OnOne<K>;
  readonly reportRepair: OnOne<K, Reasoned>;
  readonly reportRepaired: OnOne<K>;
  readonly commit: OnOne<K, OfDeployment>;
  readonly releaseCommitment: OnOne<K, OfDeployment>;
  readonly retire: OnOne<K, Reasoned>;
}

/** A registry of equipment or of vehicles. */
interface AssetRegistry<K extends AssetKind> {
  readonly kind: K;
  readonly conversation: Conversation<AssetState, AssetCommand, AssetEvent>;
  readonly routes: AssetRoutes<K>;
}

/** A page of the registry: one Query for its entries and one BatchGetItem for what they are now. */
const listAssets = async (
  cell: AssetsCell,
  { kind, conversation }: Omit<AssetRegistry<AssetKind>, 'routes'>,
  { category, team, available, from = cell.clock.now(), until = from, ...page }: AssetQuery,
) => {
  const list = assetList(kind, { category, team, free: available === 'true' && team === undefined });
  const { items, ...next } = await listCards(cell, list, page, AssetCardSchema);
  const found = await loadSet(
    cell.store,
    conversationsOf(conversation),
    items.map(({ id }) => ({ kind, id })),
  );
  const views = items.flatMap(({ id }) => {
    const asset = found.state(conversation, id);
    return asset ? [assetView(asset, freshness(cell), { from, until })] : [];
  });
  const wanted = views.filter(
    (view) => available === undefined || (view.condition === 'available' && !('packageId' in view)),
  );
  return { items: wanted, ...next };
};

/** @returns the routes of one registry, bound. */
export const boundAssetRoutes = <K extends AssetKind>(
  cell: AssetsCell,
  { kind, conversation, routes }: AssetRegistry<K>,
): readonly BoundRoute[] => {
  const parameter = assetIdName(kind);
  const conversations = conversationsOf(conversation, deploymentConversation);
  const view = (asset: AssetState): unknown => assetView(asset, freshness(cell));
  const schema = routes.read.success.body;
  const on = commandsOn(cell, conversations, { conversation, parameter, schema, view });
  return [
    implement(routes.list, async ({ query }) => ({ body: await listAssets(cell, { kind, conversation }, query) })),
    implement(routes.read, async ({ params }) => {
      const { state, row } = await loadOr404(cell, conversation, params[parameter]);
      return { body: view(state), version: row.version };
    }),
    commandRoute(cell, conversations, routes.register, {
      conversation,
      target: cell.newId,
      command: ({ body: details }, _, id): AssetCommand => ({ type: 'register', id, details }),
      view,
    }),
    on(routes.change, ({ body: details }) => ({ type: 'change', details })),
    on(routes.setAvailability, ({ body }) => ({ type: 'set-availability', ...body })),
    on(routes.confirm, () => ({ type: 'confirm' })),
    on(routes.reportRepair, ({ body }) => ({ type: 'report-repair', ...body })),
    on(routes.reportRepaired, () => ({ type: 'report-repaired' })),
    commandRoute(cell, conversations, routes.commit, {
      conversation,
      target: ({ params }) => params[parameter],
      alsoLoad: ({ body }) => [{ kind: 'deployment', id: body.deploymentId }],
      command: ({ body: { deploymentId } }, others): AssetCommand => ({
        type: 'commit',
        deploymentId,
        deployment: others.state(deploymentConversation, deploymentId),
      }),
      view,
    }),
    on(routes.releaseCommitment, ({ body }) => ({ type: 'release-commitment', ...body })),
    on(routes.retire, ({ body }) => ({ type: 'retire', ...body })),
  ];
};
