import { expect } from 'vitest';
import { createHandler as createDeployments } from '../../../functions/deployments/handler.ts';
import { createHandler as createReceivedRequests } from '../../../functions/received-requests/handler.ts';
import { balanceOf, type StockBalance } from '../../../shared/domain/stock/stock-state.ts';
import { deploymentConversation } from '../../../shared/exchange/conversations/deployment.ts';
import { stockConversation } from '../../../shared/exchange/conversations/stock.ts';
import type { RouteContract } from '../../../shared/http/route.ts';
import { deploymentRoutes } from '../../../shared/http/routes/deployments.ts';
import { receivedRequestRoutes as theirs } from '../../../shared/http/routes/received-requests.ts';
import { requestRoutes as ours } from '../../../shared/http/routes/requests.ts';
import type { ReceivedRequestView } from '../../../shared/http/views/received-request.ts';
import type { RequestView } from '../../../shared/http/views/request.ts';
import { loadOr404 } from '../../../shared/lambda/aggregate-routes.ts';
import { LANZHOU, XINING } from '../../builders/circumstances.ts';
import { aDepot, depotDetails } from '../../builders/depot.ts';
import { INCIDENT_ID } from '../../builders/incident.ts';
import { aSupplyItem, idOf } from '../../builders/received-request.ts';
import { createRequestingCity } from '../../builders/requesting-city.ts';
import { stockDetails } from '../../builders/stock.ts';
import type { TestAnswer } from '../../builders/test-cell.ts';

/** Two lines of Lanzhou's stock: a hundred tents of last year's batch, fifty of this year's. */
export const LINES = [idOf(0x511), idOf(0x512)] as const;

const DATES = { estimatedDeparture: '2026-07-15T02:00:00.000Z', estimatedArrival: '2026-07-15T06:00:00.000Z' };
const COSTS = { commodities: 300_000 };

/** Xining asks Lanzhou for tents, each through its own API, its own store and its own inbox. */
export const suppliesWorld = async () => {
  const city = await createRequestingCity();
  const lanzhou = city.links.cellOf(LANZHOU);
  const handlers = { requests: createReceivedRequests(lanzhou.cell), deployments: createDeployments(lanzhou.cell) };
  const deploymentsHere = createDeployments(city.xining.cell);
  const agreement = await city.agree(LANZHOU, { resourceKinds: ['water-rescue', 'supplies'] });
  const depot = aDepot({ details: depotDetails({ name: '兰州虚构储备库' }) });
  for (const [index, id] of LINES.entries()) {
    const details = stockDetails({ batch: `202${5 + index}-01` });
    const quantity = index === 0 ? 100 : 50;
    await city.run('stock', id, { type: 'register', id, details, depot, quantity }, { city: LANZHOU });
  }

  /** Calls a route of Lanzhou; what it says then arrives. */
  const there = async (contract: RouteContract, role: string, params: Record<string, string>, body?: unknown) => {
    const handler = contract.path.startsWith('/v1/deployments') ? handlers.deployments : handlers.requests;
    const request = { as: `${role}@${LANZHOU}`, params, ...(body === undefined ? {} : { body }) };
    const answer = await lanzhou.call(handler, contract, request);
    await city.links.deliverAll();
    return answer;
  };
  const done = (answer: TestAnswer): ReceivedRequestView => {
    expect(answer.status, JSON.stringify(answer.body)).toBeLessThan(300);
    return answer.body as ReceivedRequestView;
  };
  const here = async (
    contract: RouteContract,
    role: string,
    requestId: string,
    body?: unknown,
  ): Promise<RequestView> => {
    const view = await city.act(contract, role, requestId, body);
    await city.links.deliverAll();
    return view;
  };
  const itemIdOf = async (requestId: string) => (await city.read(requestId)).items[0]?.itemId ?? '';

  const placed = async (quantity = 120): Promise<string> => {
    const { itemId: _, ...item } = aSupplyItem({ quantity });
    const { requestId } = await city.act(ours.draftRequest, 'coordinator', '', {
      incidentId: INCIDENT_ID,
      items: [item],
    });
    await city.act(ours.approveRequest, 'approver', requestId);
    await here(ours.placeRequest, 'coordinator', requestId, { agreementIds: [agreement] });
    return requestId;
  };
  const answer = async (requestId: string, ...quantities: readonly number[]) => {
    const lots = quantities.map((quantity, index) => ({ stockId: LINES[index], quantity }));
    const promise = { response: 'accept', itemId: await itemIdOf(requestId), lots, costs: COSTS, ...DATES };
    return there(theirs.answerReceivedRequest, 'duty-officer', { requestId }, { items: [promise] });
  };
  const requisition = async (requestId: string, stockIds: readonly string[]): Promise<string> => {
    const taking = {
      ...{ city: LANZHOU, itemId: await itemIdOf(requestId), stockIds, costs: COSTS },
      ...{ funding: { fundCode: 'XN-2026-07' }, reason: '最快到达' },
    };
    const view = await here(ours.requisitionTeams, 'representative', requestId, { requisitions: [taking] });
    return view.requisitions.at(-1)?.requisition.requisitionId ?? '';
  };
  const commit = (requestId: string, requisitionId: string, stockIds: readonly string[]) =>
    there(theirs.commitRequisition, 'representative', { requestId, requisitionId }, { stockIds, ...DATES });
  const report = (deploymentId: string, status: string) =>
    there(deploymentRoutes.reportDeployment, 'duty-officer', { deploymentId }, { status, at: lanzhou.now() });

  /** Calls a route about a deployment in Xining; what it says then arrives. */
  const ofDeployment = async (contract: RouteContract, deploymentId: string, body: unknown): Promise<TestAnswer> => {
    const request = { as: `coordinator@${XINING}`, params: { deploymentId }, body };
    const answer = await city.xining.call(deploymentsHere, contract, request);
    await city.links.deliverAll();
    return answer;
  };
  const release = (deploymentId: string) => ofDeployment(deploymentRoutes.releaseTeam, deploymentId, {});
  const askExtension = (deploymentId: string) => {
    const body = { until: '2026-07-25T00:00:00.000Z', reason: '仍需安置' };
    return ofDeployment(deploymentRoutes.askExtension, deploymentId, body);
  };

  /** A request of which the lots named are committed: their deployments. */
  const committed = async (...quantities: readonly number[]) => {
    const requestId = await placed();
    done(await answer(requestId, ...quantities));
    const stockIds = LINES.slice(0, quantities.length);
    done(await commit(requestId, await requisition(requestId, stockIds), stockIds));
    const { deployments } = await city.read(requestId);
    return { requestId, deploymentIds: deployments.map(({ deploymentId }) => deploymentId) };
  };

  const balance = async (index: 0 | 1): Promise<StockBalance> =>
    balanceOf((await loadOr404(lanzhou.cell, stockConversation, LINES[index])).state);
  const deploymentIn = async (code: string, deploymentId: string) =>
    (await loadOr404(city.links.cellOf(code).cell, deploymentConversation, deploymentId)).state;

  return {
    ...{ city, agreement, there, here, done, placed, answer, requisition, commit, committed },
    ...{ release, askExtension, report, balance, deploymentIn, itemIdOf },
  };
};
