import { createHandler } from '../../functions/sourcing/handler.ts';
import { load } from '../../shared/data/loaded.ts';
import { indexEntries } from '../../shared/data/lookup/registry-index.ts';
import { agency } from '../../shared/domain/agency/agency.ts';
import type { CityCode } from '../../shared/domain/kernel/city-code.ts';
import type { RegistryEntry } from '../../shared/domain/registry/registry-entry.ts';
import { stock } from '../../shared/domain/stock/stock.ts';
import type { StockDetails } from '../../shared/domain/stock/stock-state.ts';
import { team } from '../../shared/domain/team/team.ts';
import type { TeamDetails } from '../../shared/domain/team/team-state.ts';
import { agencyConversation } from '../../shared/exchange/conversations/agency.ts';
import { stockConversation } from '../../shared/exchange/conversations/stock.ts';
import { teamConversation } from '../../shared/exchange/conversations/team.ts';
import type { RouteContract } from '../../shared/http/route.ts';
import { sourcingRoutes } from '../../shared/http/routes/sourcing.ts';
import type { PlanPlacement, SourcingPlanView } from '../../shared/http/views/sourcing.ts';
import { agencyContacts, agencyDetails } from './agency.ts';
import { aFreshId, LANZHOU, XINING } from './circumstances.ts';
import { aDepot } from './depot.ts';
import { createRequestingCity } from './requesting-city.ts';
import { stockDetails } from './stock.ts';
import { aTeam, someContact, someDetails } from './team.ts';
import type { TestCall } from './test-cell.ts';

const XINING_STATION = { latitude: 36.62, longitude: 101.78, crs: 'CGCS2000' as const, place: '西宁市城东区' };

/** What a partner shares of one of its teams. */
export const sharedTeam = (details: Partial<TeamDetails> = {}, city: CityCode = LANZHOU): RegistryEntry => {
  const entry = team.registryEntry?.(aTeam({ id: aFreshId(), details: someDetails(details) }), city);
  if (!entry) throw new Error('a team in service has an entry');
  return entry;
};

/** Xining with a request, and what a test needs to fill its registry and its partners' listings. */
export const createSourcingWorld = async () => {
  const city = await createRequestingCity();
  const { cell } = city.xining;
  const handler = createHandler(cell);

  /** An own team in Xining. @returns its id. */
  const ownTeam = async (details: Partial<TeamDetails> = {}): Promise<string> => {
    const id = aFreshId();
    const registered = someDetails({ name: '西宁虚构水上救援队', base: XINING_STATION, ...details });
    await city.run('team', id, { type: 'register', id, details: registered, dutyContact: someContact() });
    const state = (await load(cell.store, teamConversation, id))?.state;
    await indexEntries(cell, 'own', [
      { kind: 'team', id, version: 1, entry: state && team.registryEntry?.(state, XINING) },
    ]);
    return id;
  };

  /** An agency of Xining that can send water rescue. @returns its id. */
  const ownAgency = async (): Promise<string> => {
    const id = aFreshId();
    const details = agencyDetails({ capabilities: [{ kind: 'water-rescue', grade: 1 }] });
    await city.run('agency', id, { type: 'register', id, details, dutyContacts: agencyContacts() });
    const state = (await load(cell.store, agencyConversation, id))?.state;
    await indexEntries(cell, 'own', [
      { kind: 'agency', id, version: 1, entry: state && agency.registryEntry?.(state, XINING) },
    ]);
    return id;
  };

  /** A line of the city's own stock. @returns its id. */
  const ownStock = async (quantity: number, details: Partial<StockDetails> = {}): Promise<string> => {
    const depot = aDepot();
    const id = aFreshId();
    await city.run('stock', id, { type: 'register', id, details: stockDetails(details), quantity, depot });
    const state = (await load(cell.store, stockConversation, id))?.state;
    await indexEntries(cell, 'own', [
      { kind: 'stock', id, version: 1, entry: state && stock.registryEntry?.(state, XINING) },
    ]);
    return id;
  };

  /** What a partner shares under an agreement. */
  const share = async (agreement: string, ...entries: readonly RegistryEntry[]): Promise<void> => {
    const changes = entries.map((entry) => ({ kind: entry.kind, id: entry.id, version: 1, entry }));
    await indexEntries(cell, { agreement }, changes);
  };

  const call = async <T>(contract: RouteContract, request: TestCall) => {
    const answer = await city.xining.call(handler, contract, { as: `coordinator@${XINING}`, ...request });
    return { ...answer, view: answer.body as T };
  };
  const plan = (requestId: string, query: Readonly<Record<string, string>> = {}) =>
    call<SourcingPlanView>(sourcingRoutes.planSourcing, { params: { requestId }, query });
  const place = (requestId: string, body: unknown, headers: Readonly<Record<string, string>> = {}) =>
    call<PlanPlacement>(sourcingRoutes.placeSourcingPlan, { params: { requestId }, body, headers });

  return { city, cell, handler, ownTeam, ownAgency, ownStock, share, plan, place };
};
