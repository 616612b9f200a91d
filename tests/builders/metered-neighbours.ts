import { expect } from 'vitest';
import { createHandler as createClock } from '../../functions/clock/handler.ts';
import { receiveMessage } from '../../functions/exchange-inbox/receive-message.ts';
import type { Item } from '../../shared/data/store.ts';
import type { CityCode } from '../../shared/domain/kernel/city-code.ts';
import { CONVERSATIONS } from '../../shared/exchange/conversations/index.ts';
import type { RouteContract } from '../../shared/http/route.ts';
import { requestRoutes } from '../../shared/http/routes/requests.ts';
import { teamRoutes } from '../../shared/http/routes/teams.ts';
import type { Dynoxide } from '../support/dynoxide.ts';
import { someTerms } from './agreement.ts';
import { LANZHOU, XINING } from './circumstances.ts';
import { type MeteredTable, openMeteredTable, type Trip } from './metered-table.ts';
import { approveRequest, commitTeam, handlerFor, neighbours, placeRequest } from './neighbours.ts';
import { aMedicalItem } from './received-request.ts';
import { someContact, someDetails } from './team.ts';
import type { TestAnswer, TestCall } from './test-cell.ts';

const COORDINATOR = `coordinator@${XINING}`;

const { itemId: _, ...needed } = aMedicalItem();
/** An item of a request that Lanzhou has pre-authorised. */
export const aMedicalTeamNeeded = needed;
/** A call that registers a team for it. */
export const aMedicalTeam = {
  body: { ...someDetails({ kind: 'medical-rescue' }), dutyContact: someContact() },
} as const;

/**
 * Xining and Lanzhou with a mission under way, and two requests that Xining has placed (and, the second, cancelled) but Lanzhou
 * has not got yet; all of it on a real engine, where every round trip is counted.
 */
export const meteredNeighbours = async (engine: Dynoxide) => {
  const cities = await neighbours(someTerms({ preAuthorised: [{ kind: 'medical-rescue', level: 3, quantity: 1 }] }));
  await cities.done(`coordinator@${LANZHOU}`, teamRoutes.registerTeam, aMedicalTeam);
  const mission = await commitTeam(cities);

  const place = async (): Promise<string> => {
    const { requestId } = await approveRequest(cities, [aMedicalTeamNeeded]);
    await placeRequest(cities, requestId);
    return requestId;
  };
  await place();
  const first = cities.underWay.splice(0);
  const params = { requestId: await place() };
  await cities.call(COORDINATOR, requestRoutes.cancelRequest, { params, body: { reason: '险情解除' } });
  const second = cities.underWay.splice(0);

  const rowsOf = (city: CityCode): readonly Item[] => cities.cellOf(city).store.rows();
  const tables = new Map<CityCode, MeteredTable>();
  for (const city of [XINING, LANZHOU]) tables.set(city, await openMeteredTable(engine, `city-${city}`, rowsOf(city)));
  const tableOf = (city: CityCode): MeteredTable => tables.get(city) ?? expect.unreachable(`${city} has no table`);
  const meteredCell = (city: CityCode) => ({ ...cities.cellOf(city).cell, store: tableOf(city).store });
  let answer: TestAnswer | undefined;

  return {
    ...cities,
    mission,
    first,
    second,
    tableOf,
    /** Rows of a partition as they were put on the engine. */
    partition: (city: CityCode, pk: string) => rowsOf(city).filter((row) => row.pk === pk),
    /** Calls a route, which must succeed. @returns its round trips. */
    spentOn: (as: string, contract: RouteContract, request: TestCall = {}): Promise<readonly Trip[]> => {
      const city = as.split('@')[1] ?? '';
      return tableOf(city).tripsOf(async () => {
        const handler = await handlerFor(contract, meteredCell(city));
        answer = await cities.cellOf(city).call(handler, contract, { as, ...request });
        expect(answer.status, JSON.stringify(answer.body)).toBe(contract.success.status);
      });
    },
    /** What the last call was answered. */
    answer: (): TestAnswer => answer ?? expect.unreachable('nothing was called'),
    /** Takes a message in. @returns its round trips, and what became of it. */
    receive: async (city: CityCode, detail: unknown) => {
      let verdict: string | undefined;
      const trips = await tableOf(city).tripsOf(async () => {
        verdict = await receiveMessage(meteredCell(city), CONVERSATIONS, JSON.parse(JSON.stringify(detail)));
      });
      return { trips, verdict };
    },
    /** Lets the clock look. @returns its round trips. */
    ring: (city: CityCode) => tableOf(city).tripsOf(() => createClock(meteredCell(city))({} as never)),
  };
};
export type MeteredNeighbours = Awaited<ReturnType<typeof meteredNeighbours>>;
