import type * as z from 'zod';
import type { ExecutingCell } from '../../shared/data/execute.ts';
import type { AgreementCommand } from '../../shared/domain/agreement/agreement-commands.ts';
import { AgreementCardSchema, agreementList } from '../../shared/domain/agreement/agreement-listings.ts';
import { digestOf } from '../../shared/exchange/canonical.ts';
import { agreementConversation } from '../../shared/exchange/conversations/agreement.ts';
import { CONVERSATIONS } from '../../shared/exchange/conversations/index.ts';
import type { PublicKey } from '../../shared/exchange/ports.ts';
import type { RouteContract } from '../../shared/http/route.ts';
import { agreementRoutes as routes } from '../../shared/http/routes/agreements.ts';
import { type AgreementViewSchema, agreementView, cityKeyView } from '../../shared/http/views/agreement.ts';
import { commandRoute, listCards, loadOr404 } from '../../shared/lambda/aggregate-routes.ts';
import { type BoundRoute, implement, type RouteInput } from '../../shared/lambda/bound-route.ts';
import { createHttpHandler, type HttpCell } from '../../shared/lambda/http-handler.ts';
import { nextKey } from './next-key.ts';

export type AgreementsCell = HttpCell & ExecutingCell;

/** Mutual-aid agreements and the key this city signs them with. */
export const createHandler = (cell: AgreementsCell) =>
  createHttpHandler(cell, [
    implement(routes.listAgreements, async ({ query }) => ({
      body: await listCards(cell, agreementList(query), query, AgreementCardSchema, { descending: true }),
    })),
    implement(routes.readAgreement, async ({ params }) => {
      const { state, row } = await loadOr404(cell, agreementConversation, params.agreementId);
      return { body: agreementView(state), version: row.version };
    }),
    implement(routes.readKeys, async () => ({ body: cityKeyView(await cell.signer.publicKey()) })),
    ...signingRoutes(cell),
    ...amendmentRoutes(cell),
    ...standingRoutes(cell),
    onAgreement(cell, routes.rotateKey, ({ body }) => ({ type: 'rotate-key', key: nextKey(body.jwk) })),
  ]);

const signingRoutes = (cell: AgreementsCell): readonly BoundRoute[] => [
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
    onAgreement(cell, routes.countersignAgreement, ({ body }) => ({ type: 'countersign', ...body, key })),
  ),
  withOwnKey(cell, routes.refuseAgreement, (key) =>
    onAgreement(cell, routes.refuseAgreement, ({ body }) => ({ type: 'refuse', ...body, key })),
  ),
];

const amendmentRoutes = (cell: AgreementsCell): readonly BoundRoute[] => [
  onAgreement(cell, routes.proposeAmendment, ({ body: { terms } }) => ({
    type: 'propose-amendment',
    terms,
    termsDigest: digestOf(terms),
  })),
  onAgreement(cell, routes.signAmendment, ({ params: { amendmentId } }) => ({ type: 'sign-amendment', amendmentId })),
  onAgreement(cell, routes.refuseAmendment, ({ params: { amendmentId }, body }) => ({
    type: 'refuse-amendment',
    amendmentId,
    ...body,
  })),
];

const standingRoutes = (cell: AgreementsCell): readonly BoundRoute[] => [
  onAgreement(cell, routes.suspendAgreement, ({ body }) => ({ type: 'suspend', ...body })),
  onAgreement(cell, routes.resumeAgreement, ({ body }) => ({ type: 'resume', ...body })),
  onAgreement(cell, routes.terminateAgreement, ({ body }) => ({ type: 'terminate', ...body })),
  onAgreement(cell, routes.activateAgreement, ({ body }) => ({ type: 'activate', ...body })),
  onAgreement(cell, routes.standDownAgreement, ({ body }) => ({ type: 'stand-down', ...body })),
];

/** A command on the agreement that the path names, answered with the agreement after it. */
const onAgreement = <P extends z.ZodType<{ agreementId: string }>, Q extends z.ZodType, B extends z.ZodType>(
  cell: AgreementsCell,
  contract: RouteContract<P, Q, B, typeof AgreementViewSchema>,
  command: (input: RouteInput<z.infer<P>, z.infer<Q>, z.infer<B>>) => AgreementCommand,
): BoundRoute =>
  commandRoute(cell, CONVERSATIONS, contract, {
    conversation: agreementConversation,
    target: ({ params }) => params.agreementId,
    command,
    view: agreementView,
  });

/** A route whose command carries this city's own key along. */
const withOwnKey = (
  { signer }: AgreementsCell,
  contract: RouteContract,
  bind: (key: PublicKey) => BoundRoute,
): BoundRoute => ({ contract, run: async (input) => bind(await signer.publicKey()).run(input) });
