import type * as z from 'zod';
import type { ExecutingCell } from '../../shared/data/execute.ts';
import { load, loadSet } from '../../shared/data/loaded.ts';
import type { ListingShareCommand } from '../../shared/domain/listing-share/listing-share-commands.ts';
import {
  HeldEntryCardSchema,
  heldList,
  ListingShareCardSchema,
  listingShareList,
  SharedEntryCardSchema,
  sharedList,
} from '../../shared/domain/listing-share/listing-share-listings.ts';
import { isSharing, type ListingShareState, mayBeUsed } from '../../shared/domain/listing-share/listing-share-state.ts';
import { shareIdOf } from '../../shared/domain/listing-share/share-id.ts';
import type { RegistryEntryKind } from '../../shared/domain/registry/registry-entry.ts';
import { conversationsOf } from '../../shared/exchange/conversation.ts';
import { listingShareConversation } from '../../shared/exchange/conversations/listing-share.ts';
import { problems } from '../../shared/http/problems.ts';
import { partnerListingRoutes as routes } from '../../shared/http/routes/partner-listings.ts';
import { listingShareView } from '../../shared/http/views/listing-share.ts';
import { commandRoute, listCards } from '../../shared/lambda/aggregate-routes.ts';
import { implement } from '../../shared/lambda/bound-route.ts';
import { createHttpHandler, type HttpCell } from '../../shared/lambda/http-handler.ts';
import { AGGREGATE_KIND_NAMES } from '../../shared/reference/aggregate-kinds.ts';

const CONVERSATIONS = conversationsOf(listingShareConversation);

export type PartnerListingsCell = HttpCell & ExecutingCell;

/** What is shared with partners, and held of theirs. */
export const createHandler = (cell: PartnerListingsCell) =>
  createHttpHandler(cell, [
    implement(routes.listListingShares, async ({ query }) => {
      const { items, ...next } = await listCards(
        cell,
        listingShareList({ partner: query.city }),
        query,
        ListingShareCardSchema,
      );
      return { body: { items: (await sharesOf(cell, items)).map(listingShareView), ...next } };
    }),
    implement(routes.listSharedListings, async ({ params, query }) => {
      const share = await shareUnder(cell, params.agreementId);
      const list = isSharing(share.ours) ? sharedList(share.id) : undefined;
      return {
        body: { ...(await entriesIn(cell, list, query, SharedEntryCardSchema)), share: listingShareView(share) },
      };
    }),
    implement(routes.listPartnerListings, async ({ params, query }) => {
      const share = await shareUnder(cell, params.agreementId);
      const list = mayBeUsed(share.theirs) ? heldList(share.id) : undefined;
      const { items, ...next } = await entriesIn(cell, list, query, HeldEntryCardSchema);
      const shown = items.map(({ entry, at }) => ({ entry, at }));
      return { body: { items: shown, ...next, share: listingShareView(share) } };
    }),
    commandRoute(cell, CONVERSATIONS, routes.renewPartnerListings, {
      conversation: listingShareConversation,
      target: ({ params }) => shareIdOf(params.agreementId),
      command: (): ListingShareCommand => ({ type: 'renew' }),
      view: listingShareView,
    }),
  ]);

const sharesOf = async (
  { store }: Pick<PartnerListingsCell, 'store'>,
  cards: readonly z.infer<typeof ListingShareCardSchema>[],
): Promise<readonly ListingShareState[]> => {
  const loaded = await loadSet(
    store,
    CONVERSATIONS,
    cards.map(({ shareId }) => ({ kind: 'listing-share', id: shareId })),
  );
  return cards.flatMap(({ shareId }) => loaded.state(listingShareConversation, shareId) ?? []);
};

/** @throws ProblemError 404 when there is no such agreement, or it is not signed. */
const shareUnder = async ({ store }: Pick<PartnerListingsCell, 'store'>, agreementId: string) => {
  const loaded = await load(store, listingShareConversation, shareIdOf(agreementId));
  if (!loaded) throw problems.notFound(AGGREGATE_KIND_NAMES['listing-share'], agreementId);
  return loaded.state;
};

type Page = Parameters<typeof listCards>[2] & { readonly kind?: RegistryEntryKind | undefined };

/** A page of a list of entries, or of one kind of them: one Query. No list: nothing may be shown. */
const entriesIn = async <T>(
  cell: Pick<PartnerListingsCell, 'store'>,
  list: string | undefined,
  { kind, ...page }: Page,
  card: z.ZodType<T>,
): Promise<{ items: T[]; nextCursor?: string }> => {
  if (list === undefined) return { items: [] };
  return listCards(cell, list, page, card, kind === undefined ? {} : { between: [`${kind}#`, `${kind}$`] });
};
