import { createHandler } from '../../functions/requests/handler.ts';
import { execute } from '../../shared/data/execute.ts';
import type { AgreementTerms } from '../../shared/domain/agreement/agreement-terms.ts';
import type { Actor } from '../../shared/domain/kernel/actor.ts';
import type { AggregateKind } from '../../shared/domain/kernel/aggregate.ts';
import type { CityCode } from '../../shared/domain/kernel/city-code.ts';
import type { ItemAnswer } from '../../shared/domain/request/answer.ts';
import { CONVERSATIONS } from '../../shared/exchange/conversations/index.ts';
import type { RouteContract } from '../../shared/http/route.ts';
import { requestRoutes as routes } from '../../shared/http/routes/requests.ts';
import type { RequestView } from '../../shared/http/views/request.ts';
import { aProposal, someTerms } from './agreement.ts';
import { aFreshId, aPerson, LANZHOU, NOW, XINING } from './circumstances.ts';
import { INCIDENT_ID, someIncidentDetails } from './incident.ts';
import { createLinkedCells } from './linked-cells.ts';
import { aMedicalItem, anItem } from './received-request.ts';
import { commitmentOf, HAIDONG } from './request.ts';
import { type TestCall, testKey } from './test-cell.ts';

const withoutId = ({ itemId: _, ...item }: ReturnType<typeof anItem>) => item;

/** What Xining asks for unless a test says otherwise: two water-rescue teams and a medical one. */
export const someItems = () => [withoutId(anItem()), withoutId(aMedicalItem())];

/**
 * Xining with an open incident, linked to Lanzhou and Haidong, and what a test needs to bring one of its requests anywhere.
 * Partners answer by commands, as if their messages had come.
 */
export const createRequestingCity = async () => {
  const links = createLinkedCells([XINING, LANZHOU, HAIDONG]);
  const xining = links.cellOf(XINING);
  const handler = createHandler(xining.cell);

  /** Executes a command in a city. @throws Error when it is refused. */
  const run = async (
    kind: AggregateKind,
    id: string,
    command: unknown,
    { city = XINING, actor = aPerson('representative', city) }: { city?: CityCode; actor?: Actor } = {},
  ): Promise<void> => {
    const target = { kind, id };
    const executed = await execute(links.cellOf(city).cell, CONVERSATIONS, { target, actor, command: () => command });
    if (executed.outcome === 'refused') throw new Error(`refused: ${executed.refusal.reason.code}`);
  };

  /** Signs an agreement between Xining and a city. @returns its id. */
  const agree = async (partner: CityCode, terms: Partial<AgreementTerms> = {}): Promise<string> => {
    const id = aFreshId();
    const proposal = { id, partner, partnerKeyId: testKey(partner).keyId, terms: someTerms(terms) };
    await run('agreement', id, aProposal(proposal));
    await links.deliverAll();
    const countersign = { type: 'countersign', key: testKey(partner), proposerKeyId: testKey(XINING).keyId };
    await run('agreement', id, countersign, { city: partner });
    await links.deliverAll();
    return id;
  };

  const call = async (contract: RouteContract, request: TestCall) => {
    const answer = await xining.call(handler, contract, request);
    return { ...answer, view: answer.body as RequestView };
  };

  /** Calls a route that must succeed. @returns the request after it. */
  const act = async (
    contract: RouteContract,
    role: string,
    requestId: string,
    body?: unknown,
  ): Promise<RequestView> => {
    const request = { as: `${role}@${XINING}`, params: { requestId } };
    const { status, view } = await call(contract, body === undefined ? request : { ...request, body });
    if (status !== contract.success.status) throw new Error(JSON.stringify(view));
    return view;
  };

  const read = (requestId: string): Promise<RequestView> => act(routes.readRequest, 'coordinator', requestId);

  const draft = async (items = someItems()): Promise<string> =>
    (await act(routes.draftRequest, 'coordinator', '', { incidentId: INCIDENT_ID, items })).requestId;

  const approved = async (items = someItems()): Promise<string> => {
    const requestId = await draft(items);
    await act(routes.approveRequest, 'approver', requestId);
    return requestId;
  };

  const placed = async (...partners: readonly CityCode[]): Promise<string> => {
    const requestId = await approved();
    const agreementIds: string[] = [];
    for (const partner of partners.length > 0 ? partners : [LANZHOU]) agreementIds.push(await agree(partner));
    await act(routes.placeRequest, 'coordinator', requestId, { agreementIds });
    return requestId;
  };

  const answer = async (requestId: string, items: readonly ItemAnswer[], from: CityCode = LANZHOU): Promise<void> => {
    const { placements } = await read(requestId);
    const answering = placements.find(({ city }) => city === from)?.messageId;
    const given = { messageId: aFreshId(), answeredAt: NOW, items, automatic: false };
    await run('request', requestId, { type: 'receive-answer', from, answering, answer: given });
  };

  /** Lanzhou commits all teams of the first requisition. */
  const commit = async (requestId: string): Promise<void> => {
    const [record] = (await read(requestId)).requisitions;
    if (!record) throw new Error('nothing was requisitioned');
    await run('request', requestId, { type: 'receive-commitment', from: LANZHOU, commitment: commitmentOf(record) });
  };

  const bringHome = async (requestId: string): Promise<void> => {
    for (const { deploymentId } of (await read(requestId)).deployments)
      await run('request', requestId, { type: 'deployment-ended', deploymentId, at: NOW });
  };

  await run('incident', INCIDENT_ID, {
    type: 'open',
    id: INCIDENT_ID,
    details: someIncidentDetails(),
    responseLevel: 'II',
    exercise: false,
  });
  return { links, xining, handler, run, agree, call, act, read, draft, approved, placed, answer, commit, bringHome };
};

export type RequestingCity = Awaited<ReturnType<typeof createRequestingCity>>;
