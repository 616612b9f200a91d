import { describe, expect, it } from 'vitest';
import { createHandler as createRequests } from '../../../functions/requests/handler.ts';
import { createHandler as createTeams } from '../../../functions/teams/handler.ts';
import { Contended, execute } from '../../../shared/data/execute.ts';
import { type Item, type Store, TransactionCancelled } from '../../../shared/data/store.ts';
import { ENTITY } from '../../../shared/data/table.ts';
import { reportIdOf } from '../../../shared/domain/situation-report/report-id.ts';
import { CONVERSATIONS } from '../../../shared/exchange/conversations/index.ts';
import { agreementRoutes } from '../../../shared/http/routes/agreements.ts';
import { receivedRequestRoutes } from '../../../shared/http/routes/received-requests.ts';
import { requestRoutes } from '../../../shared/http/routes/requests.ts';
import { teamRoutes } from '../../../shared/http/routes/teams.ts';
import type { TeamView } from '../../../shared/http/views/team.ts';
import { aPerson, LANZHOU, XINING } from '../../builders/circumstances.ts';
import { countingStore } from '../../builders/counting-store.ts';
import { someIncidentDetails } from '../../builders/incident.ts';
import { approveRequest, commitment, commitTeam, neighbours, requisitionTeam } from '../../builders/neighbours.ts';
import { someContact, someDetails } from '../../builders/team.ts';
import { createTestCell, type TestCall } from '../../builders/test-cell.ts';

const REGISTRAR = `coordinator@${LANZHOU}`;
const body = { ...someDetails(), dutyContact: someContact() };

/** @returns the store with something done around each transaction, which is counted from 1. */
const around = (
  store: Store,
  { before, after }: Partial<Record<'before' | 'after', (transaction: number) => Promise<void> | void>>,
): Store => {
  let count = 0;
  return {
    ...store,
    transact: async (writes, token) => {
      count += 1;
      const transaction = count;
      await before?.(transaction);
      await store.transact(writes, token);
      await after?.(transaction);
    },
  };
};

/** Lanzhou's registry with one team, and a way to call it over another store. */
const registry = async () => {
  const test = createTestCell({ city: LANZHOU });
  const pauses: number[] = [];
  const call = (contract: Parameters<typeof test.call>[1], request: TestCall, store: Store = test.store) => {
    const pause = async (milliseconds: number) => void pauses.push(milliseconds);
    return test.call(createTeams({ ...test.cell, store, pause }), contract, { as: REGISTRAR, ...request });
  };
  const registered = await call(teamRoutes.registerTeam, { body });
  const { teamId } = registered.body as TeamView;
  const rename = (name: string, version: number, store?: Store) => {
    const request = {
      params: { teamId },
      headers: { 'if-match': `"${version}"` },
      body: { ...body, name },
    };
    return call(teamRoutes.changeTeam, request, store);
  };
  const retire = (store?: Store, headers = {}) =>
    call(teamRoutes.retireTeam, { params: { teamId }, body: { reason: '撤编' }, headers }, store);
  return { ...test, call, pauses, teamId, rename, retire };
};

const conflict = (): never => {
  throw new TransactionCancelled(['conflict']);
};

describe('a command', () => {
  it('takes one read and one transaction', async () => {
    const { store, trips } = countingStore(createTestCell().store);
    const { cell } = createTestCell({ city: LANZHOU });
    await execute({ ...cell, store }, CONVERSATIONS, {
      target: { kind: 'incident', id: '0190b000-0000-7000-8000-000000000300' },
      actor: aPerson('coordinator', LANZHOU),
      alsoLoad: [{ kind: 'situation-report', id: reportIdOf('0190b000-0000-7000-8000-000000000300', 'its-city') }],
      command: () => ({
        type: 'open',
        id: '0190b000-0000-7000-8000-000000000300',
        details: someIncidentDetails(),
        responseLevel: 'II',
        exercise: false,
      }),
    });
    expect(trips).toEqual(['getMany', 'transact']);
  });

  it('is decided anew when somebody else was quicker', async () => {
    const world = await registry();
    const store = around(world.store, { before: async (n) => void (n === 1 && (await world.rename('快人一步', 1))) });
    expect(await world.retire(store)).toMatchObject({
      status: 200,
      headers: { etag: '"3"' },
      body: { status: 'retired', name: '快人一步' },
    });
    expect(world.pauses).toHaveLength(1);
  });

  it('is given up when others are quicker six times, each time after a longer pause', async () => {
    const world = await registry();
    const rows = world.store.rows();
    expect(await world.retire(around(world.store, { before: conflict }))).toMatchObject({
      status: 409,
      body: { code: 'concurrent-change' },
    });
    expect(world.pauses).toEqual([16, 32, 64, 128, 256]);
    expect(world.store.rows()).toEqual(rows);
  });

  it.each([
    { kind: 'clock', city: LANZHOU },
    { kind: 'city', city: XINING, messageId: '0190b000-0000-7000-8000-000000000301' },
  ] as const)('of a $kind is not refused then, but brought again', async (actor) => {
    const world = await registry();
    const cell = { ...world.cell, store: around(world.store, { before: conflict }) };
    const target = { kind: 'team', id: world.teamId } as const;
    const execution = { target, actor, command: () => ({ type: 'retire', reason: '撤编' }) };
    await expect(execute(cell, CONVERSATIONS, execution)).rejects.toBeInstanceOf(Contended);
  });

  it('goes on after five conflicts', async () => {
    const world = await registry();
    const store = around(world.store, { before: (n) => (n < 6 ? conflict() : undefined) });
    expect(await world.retire(store)).toMatchObject({ status: 200, body: { status: 'retired' } });
  });

  it('is refused on a version that is no longer the one read', async () => {
    const world = await registry();
    expect(await world.rename('改名', 1)).toMatchObject({ status: 200, headers: { etag: '"2"' } });
    const rows = world.store.rows();
    expect(await world.rename('再改名', 1)).toMatchObject({
      status: 412,
      body: { code: 'stale-version', parameters: { current: 2 } },
    });
    expect(world.store.rows()).toEqual(rows);
  });

  it('is refused when the version read was overtaken while it was being written', async () => {
    const world = await registry();
    const store = around(world.store, { before: async (n) => void (n === 1 && (await world.rename('快人一步', 1))) });
    expect(await world.rename('慢了', 1, store)).toMatchObject({ status: 412 });
  });
});

describe('a POST that is repeated', () => {
  const headers = { 'idempotency-key': 'once' };

  it('is answered as before, and nothing happens again', async () => {
    const world = await registry();
    const first = await world.call(teamRoutes.registerTeam, { body, headers });
    const rows = world.store.rows();
    const again = await world.call(teamRoutes.registerTeam, { body, headers });
    expect(again).toEqual(first);
    expect(first).toMatchObject({ status: 201, headers: { etag: '"1"' } });
    expect(world.store.rows()).toEqual(rows);
  });

  it('is answered as before though it would be refused now', async () => {
    const world = await registry();
    const first = await world.retire(undefined, headers);
    expect(await world.retire(undefined, headers)).toEqual(first);
    expect(await world.retire(undefined, { 'idempotency-key': 'another' })).toMatchObject({ status: 409 });
  });

  it('is answered as before though the version it names is stale now', async () => {
    const world = await registry();
    const first = await world.retire(undefined, { ...headers, 'if-match': '"1"' });
    expect(await world.retire(undefined, { ...headers, 'if-match': '"1"' })).toEqual(first);
  });

  it('by somebody else under the same key is another one', async () => {
    const world = await registry();
    const request = { body, headers };
    const first = await world.call(teamRoutes.registerTeam, request);
    const second = await world.call(teamRoutes.registerTeam, { ...request, as: `administrator@${LANZHOU}` });
    expect(second).toMatchObject({ status: 201 });
    expect(second.body).not.toEqual(first.body);
  });

  it('is refused when it says something else', async () => {
    const world = await registry();
    await world.call(teamRoutes.registerTeam, { body, headers });
    const rows = world.store.rows();
    const other = await world.call(teamRoutes.registerTeam, { body: { ...body, name: '另一支队伍' }, headers });
    expect(other).toMatchObject({ status: 422, body: { code: 'idempotency-key-reused' } });
    expect(world.store.rows()).toEqual(rows);
  });

  it('after its acknowledgement was lost gets the answer of what was committed', async () => {
    const world = await registry();
    const lost = around(world.store, {
      after: () => {
        throw new Error('socket hang up');
      },
    });
    expect(await world.call(teamRoutes.registerTeam, { body, headers }, lost)).toMatchObject({ status: 500 });
    const rows = world.store.rows();
    const again = await world.call(teamRoutes.registerTeam, { body, headers });
    expect(again).toMatchObject({ status: 201, headers: { etag: '"1"' }, body: { name: body.name } });
    expect(world.store.rows()).toEqual(rows);
    const { teamId } = again.body as TeamView;
    expect(rows.some(({ entity, id }) => entity === ENTITY.state && id === teamId)).toBe(true);
  });
});

describe('a command that concerns more than its target', () => {
  it('is refused, and nothing written, when its agreement is suspended between the look and the sending', async () => {
    const cities = await neighbours();
    const { requestId } = await approveRequest(cities);
    const { cell, store, call } = cities.cellOf(XINING);
    const params = { agreementId: cities.agreementId };
    let rows: readonly Item[] = [];
    const suspending = around(store, {
      before: async () => {
        await cities.done(`representative@${XINING}`, agreementRoutes.suspendAgreement, {
          params,
          body: { reason: '另有安排' },
        });
        rows = store.rows();
      },
    });
    const answer = await call(createRequests({ ...cell, store: suspending }), requestRoutes.placeRequest, {
      as: `coordinator@${XINING}`,
      params: { requestId },
      body: { agreementIds: [cities.agreementId] },
    });
    expect(answer).toMatchObject({ status: 409, body: { code: 'agreement-not-in-force' } });
    expect(store.rows()).toEqual(rows);
    expect(cities.underWay).toEqual([]);
  });

  it('is refused, and nothing written, when one of its consequences is', async () => {
    const cities = await neighbours();
    const { requestId, itemId } = await approveRequest(cities);
    const requisitionId = await requisitionTeam(cities, requestId, itemId);
    // Meanwhile the same team is committed to another request.
    await commitTeam(cities);
    const { store } = cities.cellOf(LANZHOU);
    const rows = store.rows();
    const answer = await cities.call(
      `representative@${LANZHOU}`,
      receivedRequestRoutes.commitRequisition,
      commitment(cities, requestId, requisitionId),
    );
    expect(answer).toMatchObject({ status: 409, body: { code: 'team-already-committed' } });
    expect(store.rows()).toEqual(rows);
    expect(cities.underWay).toEqual([]);
  });
});
