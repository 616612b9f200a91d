import { expect } from 'vitest';
import { CATALOG } from '../../functions/catalog.ts';
import { continueSharing } from '../../functions/listing-share/continue-sharing.ts';
import { execute } from '../../shared/data/execute.ts';
import type { AggregateKind } from '../../shared/domain/kernel/aggregate.ts';
import type { CityCode } from '../../shared/domain/kernel/city-code.ts';
import { shareIdOf } from '../../shared/domain/listing-share/share-id.ts';
import { CONVERSATIONS } from '../../shared/exchange/conversations/index.ts';
import type { RouteContract } from '../../shared/http/route.ts';
import { agreementRoutes } from '../../shared/http/routes/agreements.ts';
import { incidentRoutes } from '../../shared/http/routes/incidents.ts';
import { receivedRequestRoutes } from '../../shared/http/routes/received-requests.ts';
import { requestRoutes } from '../../shared/http/routes/requests.ts';
import { teamRoutes } from '../../shared/http/routes/teams.ts';
import type { AgreementView } from '../../shared/http/views/agreement.ts';
import type { IncidentView } from '../../shared/http/views/incident.ts';
import type { ReceivedRequestView } from '../../shared/http/views/received-request.ts';
import type { RequestView } from '../../shared/http/views/request.ts';
import type { TeamView } from '../../shared/http/views/team.ts';
import type { Cell } from '../../shared/lambda/cell.ts';
import { someTerms } from './agreement.ts';
import { LANZHOU, XINING } from './circumstances.ts';
import { someIncidentDetails } from './incident.ts';
import { createLinkedCells } from './linked-cells.ts';
import { someContact, someDetails } from './team.ts';
import { type TestCall, testKey } from './test-cell.ts';

/** @returns the handler of the function that a contract belongs to. */
export const handlerFor = async (contract: RouteContract, cell: Cell): Promise<unknown> => {
  const owner = CATALOG.find(({ routes }) => routes.includes(contract));
  const { createHandler } = (await import(`../../functions/${owner?.name}/handler.ts`)) as {
    readonly createHandler: (cell: Cell) => unknown;
  };
  return createHandler(cell);
};

/** Xining and Lanzhou with all of their functions, linked, under an agreement that both have signed. */
export const neighbours = async (terms = someTerms()) => {
  const links = createLinkedCells([XINING, LANZHOU]);

  /** Somebody calls a route; the messages it sends stay under way. */
  const call = async (as: string, contract: RouteContract, request: TestCall = {}) => {
    const { cell, call: callHandler } = links.cellOf(as.split('@')[1] ?? '');
    return callHandler(await handlerFor(contract, cell), contract, { as, ...request });
  };

  /** Somebody does something, which must succeed, and all messages arrive. @returns what was answered. */
  const done = async <T>(as: string, contract: RouteContract, request: TestCall = {}): Promise<T> => {
    const { status, body } = await call(as, contract, request);
    expect(status, JSON.stringify(body)).toBe(contract.success.status);
    await links.deliverAll();
    return body as T;
  };

  const ring = async (city: CityCode, kind: AggregateKind, id: string): Promise<void> => {
    const target = { kind, id };
    const command = () => ({ type: 'clock-ran-out' });
    await execute(links.cellOf(city).cell, CONVERSATIONS, { target, actor: { kind: 'clock', city }, command });
  };

  const { agreementId } = await done<AgreementView>(`representative@${XINING}`, agreementRoutes.proposeAgreement, {
    body: { partner: LANZHOU, partnerKeyId: testKey(LANZHOU).keyId, terms },
  });
  await done(`representative@${LANZHOU}`, agreementRoutes.countersignAgreement, {
    params: { agreementId },
    body: { proposerKeyId: testKey(XINING).keyId },
  });
  // Nobody has registered anything yet: each has told the other all it shares.
  for (const city of [XINING, LANZHOU]) await continueSharing(links.cellOf(city).cell, shareIdOf(agreementId));
  await links.deliverAll();
  const { teamId } = await done<TeamView>(`coordinator@${LANZHOU}`, teamRoutes.registerTeam, {
    body: { ...someDetails(), dutyContact: someContact() },
  });
  return { ...links, call, done, ring, agreementId, teamId };
};
export type Neighbours = Awaited<ReturnType<typeof neighbours>>;

const item = {
  kind: 'water-rescue',
  level: 2,
  quantity: 1,
  mission: '搜救被洪水围困的群众',
  neededBy: '2026-07-15T08:00:00.000Z',
  neededUntil: '2026-07-20T00:00:00.000Z',
  reportingPoint: { latitude: 36.62, longitude: 101.78, crs: 'CGCS2000', place: '西宁市城东区集结点' },
  logistics: { meals: true, lodging: true, fuel: true },
};
const estimates = { estimatedDeparture: '2026-07-15T02:00:00.000Z', estimatedArrival: '2026-07-15T06:00:00.000Z' };
const costs = { personnel: 1_000_000 };

/** Xining has opened an incident, and an approver has approved a request for it. */
export const approveRequest = async ({ done }: Neighbours, items: readonly object[] = [item]) => {
  const { incidentId } = await done<IncidentView>(`coordinator@${XINING}`, incidentRoutes.openIncident, {
    body: { ...someIncidentDetails(), responseLevel: 'II', exercise: false },
  });
  const drafted = await done<RequestView>(`coordinator@${XINING}`, requestRoutes.draftRequest, {
    body: { incidentId, items },
  });
  const { requestId } = drafted;
  await done(`approver@${XINING}`, requestRoutes.approveRequest, { params: { requestId } });
  return { requestId, incidentId, itemId: drafted.items[0]?.itemId };
};

/** Xining places an approved request with Lanzhou; its message stays under way. */
export const placeRequest = async ({ call, agreementId }: Neighbours, requestId: string): Promise<void> => {
  const placing = { params: { requestId }, body: { agreementIds: [agreementId] } };
  const { status, body } = await call(`coordinator@${XINING}`, requestRoutes.placeRequest, placing);
  expect(status, JSON.stringify(body)).toBe(200);
};

/** Lanzhou has accepted the request's item with its team, and Xining has requisitioned the team. @returns the requisition's id. */
export const requisitionTeam = async (cities: Neighbours, requestId: string, itemId: string | undefined) => {
  const { done, teamId } = cities;
  const params = { requestId };
  const teamIds = [teamId];
  await placeRequest(cities, requestId);
  await cities.deliverAll();
  await done(`duty-officer@${LANZHOU}`, receivedRequestRoutes.answerReceivedRequest, {
    params,
    body: { items: [{ response: 'accept', itemId, teamIds, ...estimates, costs }] },
  });
  const taking = { city: LANZHOU, itemId, teamIds, costs, funding: { fundCode: 'XN-2026-07' }, reason: '最近' };
  const { requisitions } = await done<RequestView>(`representative@${XINING}`, requestRoutes.requisitionTeams, {
    params,
    body: { requisitions: [taking] },
  });
  return requisitions[0]?.requisition.requisitionId ?? '';
};

/** What it takes to commit Lanzhou's team. */
export const commitment = ({ teamId }: Neighbours, requestId: string, requisitionId: string) => ({
  params: { requestId, requisitionId },
  body: { ...estimates, teamIds: [teamId] },
});

/** Xining has asked for Lanzhou's team, and Lanzhou has committed it: both have the deployment. */
export const commitTeam = async (cities: Neighbours) => {
  const { requestId, incidentId, itemId } = await approveRequest(cities);
  const requisitionId = await requisitionTeam(cities, requestId, itemId);
  await cities.done<ReceivedRequestView>(
    `representative@${LANZHOU}`,
    receivedRequestRoutes.commitRequisition,
    commitment(cities, requestId, requisitionId),
  );
  const committed = await cities.done<RequestView>(`coordinator@${XINING}`, requestRoutes.readRequest, {
    params: { requestId },
  });
  return { requestId, incidentId, deploymentId: committed.deployments[0]?.deploymentId ?? '' };
};
