import type { ExecutingCell } from '../../shared/data/execute.ts';
import type { AgreementCommand } from '../../shared/domain/agreement/agreement-commands.ts';
import { AgreementCardSchema, agreementList } from '../../shared/domain/agreement/agreement-listings.ts';
import { shareIdOf } from '../../shared/domain/listing-share/share-id.ts';
import { digestOf } from '../../shared/exchange/canonical.ts';
import { conversationsOf } from '../../shared/exchange/conversation.ts';
import { agreementConversation } from '../../shared/exchange/conversations/agreement.ts';
import { listingShareConversation } from '../../shared/exchange/conversations/listing-share.ts';
import type { PublicKey } from '../../shared/exchange/ports.ts';
import type { RouteContract } from '../../shared/http/route.ts';
import { agreementRoutes as routes } from '../../shared/http/routes/agreements.ts';
import { AgreementViewSchema, agreementView, cityKeyView } from '../../shared/http/views/agreement.ts';
import { commandRoute, listCards, loadOr404 } from '../../shared/lambda/aggregate-routes.ts';
import { type BoundRoute, implement } from '../../shared/lambda/bound-route.ts';
import { commandsOn } from '../../shared/lambda/commands-on.ts';
import { createHttpHandler, type HttpCell } from '../../shared/lambda/http-handler.ts';
import { nextKey } from './next-key.ts';

const CONVERSATIONS = conversationsOf(agreementConversation, listingShareConversation);

export type AgreementsCell = HttpCell & ExecutingCell;

/** Mutual-aid agreements and the key this city signs them with. */
export const createHandler = (cell: AgreementsCell) => {
  const on = onAgreement(cell);
  return createHttpHandler(cell, [
    implement(routes.listAgreements, async ({ query }) => ({
      body: await listCards(cell, agreementList(query), query, AgreementCardSchema, { descending: true }),
    })),
    implement(routes.readAgreement, async ({ params }) => {
      const { state, row } = await loadOr404(cell, agreementConversation, params.agreementId);
      return { body: agreementView(state), version: row.version };
    }),
    implement(routes.readKeys, async () => ({ body: cityKeyView(await cell.signer.publicKey()) })),
    ...signingRoutes(cell, on),
    ...amendmentRoutes(on),
    ...standingRoutes(on),
    on(routes.rotateKey, ({ body }) => ({ type: 'rotate-key', key: nextKey(body.jwk) })),
  ]);
};

const signingRoutes = (cell: AgreementsCell, on: OnAgreement): readonly BoundRoute[] => [
  withOwnKey(cell, routes.proposeAgreement, (key) =>
    commandRoute(cell, CONVERSATIONS, routes.proposeAgreement, {
      conversation: agreementConversation,
      target: cell.newId,
      command: ({ body }, _, id): AgreementCommand => ({
        type: 'propose',
        id,
        ...body,
        termsDigest: digestOf(body.terms),
        key,
      }),
      view: agreementView,
    }),
  ),
  withOwnKey(cell, routes.countersignAgreement, (key) =>
    on(routes.countersignAgreement, ({ body }) => ({ type: 'countersign', ...body, key })),
  ),
  withOwnKey(cell, routes.refuseAgreement, (key) =>
    on(routes.refuseAgreement, ({ body }) => ({ type: 'refuse', ...body, key })),
  ),
];

const amendmentRoutes = (on: OnAgreement): readonly BoundRoute[] => [
  on(routes.proposeAmendment, ({ body: { terms } }) => ({
    type: 'propose-amendment',
    terms,
    termsDigest: digestOf(terms),
  })),
  on(routes.signAmendment, ({ params: { amendmentId } }) => ({ type: 'sign-amendment', amendmentId })),
  on(routes.refuseAmendment, ({ params: { amendmentId }, body }) => ({
    type: 'refuse-amendment',
    amendmentId,
    ...body,
  })),
];

const standingRoutes = (on: OnAgreement): readonly BoundRoute[] => [
  on(routes.suspendAgreement, ({ body }) => ({ type: 'suspend', ...body })),
  on(routes.resumeAgreement, ({ body }) => ({ type: 'resume', ...body })),
  on(routes.terminateAgreement, ({ body }) => ({ type: 'terminate', ...body })),
  on(routes.activateAgreement, ({ body }) => ({ type: 'activate', ...body })),
  on(routes.standDownAgreement, ({ body }) => ({ type: 'stand-down', ...body })),
];

/** Binds commands on the agreement that the path names. */
const onAgreement = (cell: AgreementsCell) =>
  commandsOn(cell, CONVERSATIONS, {
    conversation: agreementConversation,
    parameter: 'agreementId',
    schema: AgreementViewSchema,
    view: agreementView,
    alsoLoad: (agreementId) => [{ kind: 'listing-share', id: shareIdOf(agreementId) }],
  });
type OnAgreement = ReturnType<typeof onAgreement>;

/** A route whose command carries this city's own key along. */
const withOwnKey = (
  { signer }: AgreementsCell,
  contract: RouteContract,
  bind: (key: PublicKey) => BoundRoute,
): BoundRoute => ({ contract, run: async (input) => bind(await signer.publicKey()).run(input) });
