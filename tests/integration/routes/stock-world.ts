import { expect } from 'vitest';
import { createHandler as createClock } from '../../../functions/clock/handler.ts';
import { createHandler as createIncidents } from '../../../functions/incidents/handler.ts';
import { createHandler } from '../../../functions/stock/handler.ts';
import type { DepotDetails } from '../../../shared/domain/depot/depot-state.ts';
import type { StockDetails } from '../../../shared/domain/stock/stock-state.ts';
import { depotRoutes } from '../../../shared/http/routes/depots.ts';
import { incidentRoutes } from '../../../shared/http/routes/incidents.ts';
import { stockRoutes } from '../../../shared/http/routes/stock.ts';
import { stockPromiseRoutes } from '../../../shared/http/routes/stock-promises.ts';
import type { DepotView } from '../../../shared/http/views/depot.ts';
import type { IncidentView } from '../../../shared/http/views/incident.ts';
import type { StockView } from '../../../shared/http/views/stock.ts';
import { NOW, XINING } from '../../builders/circumstances.ts';
import { depotDetails } from '../../builders/depot.ts';
import { someIncidentDetails } from '../../builders/incident.ts';
import { stockDetails } from '../../builders/stock.ts';
import { someContact } from '../../builders/team.ts';
import { createTestCell, type TestCall } from '../../builders/test-cell.ts';

export const AS = `duty-officer@${XINING}`;
export const reason = '年度盘点';

/** Xining's depots and stock, with an incident that goods can be promised for. */
export const stockWorld = () => {
  const test = createTestCell({ city: XINING, now: NOW });
  const handler = createHandler(test.cell);
  const incidents = createIncidents(test.cell);
  const clock = createClock(test.cell);
  const call = (contract: Parameters<typeof test.call>[1], request: TestCall = {}) =>
    test.call(handler, contract, { as: AS, ...request });
  const registerDepot = async (details: Partial<DepotDetails> = {}): Promise<string> => {
    const body = { ...depotDetails(details), dutyContact: someContact() };
    return ((await call(depotRoutes.registerDepot, { body })).body as DepotView).depotId;
  };
  const register = async (details: Partial<StockDetails> & { depotId: string }, quantity = 100): Promise<StockView> => {
    const answer = await call(stockRoutes.registerStock, { body: { ...stockDetails(details), quantity } });
    expect(answer.status, JSON.stringify(answer.body)).toBe(201);
    return answer.body as StockView;
  };
  const openIncident = async (): Promise<string> => {
    const body = { ...someIncidentDetails(), responseLevel: 'II', exercise: false };
    const opened = await test.call(incidents, incidentRoutes.openIncident, { as: AS, body });
    return (opened.body as IncidentView).incidentId;
  };
  /** A depot, a line of a hundred tents in it, an incident, and a reservation of thirty of them for it. */
  const promised = async () => {
    const depotId = await registerDepot();
    const { stockId } = await register({ depotId });
    const purpose = { kind: 'incident', id: await openIncident() } as const;
    const body = { purpose, quantity: 30, until: '2026-07-16T00:00:00.000Z' };
    const reserved = await call(stockPromiseRoutes.reserveStock, { params: { stockId }, body });
    const { reservationId } = reserved.body as { reservationId: string };
    return { depotId, stockId, purpose, reservationId };
  };
  const read = async (stockId: string): Promise<StockView> =>
    (await call(stockRoutes.readStock, { params: { stockId } })).body as StockView;
  const ring = () => clock({} as never);
  return { test, handler, call, registerDepot, register, openIncident, promised, read, ring };
};
