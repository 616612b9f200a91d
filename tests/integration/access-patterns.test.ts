import { readFileSync } from 'node:fs';
import type { Context } from 'aws-lambda';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findEntries } from '../../functions/imports-worker/find-entries.ts';
import { createHandler as createLedgerIndex } from '../../functions/ledger-index/handler.ts';
import { dispatchOf } from '../../shared/data/dispatch.ts';
import type { Item } from '../../shared/data/store.ts';
import { ENTITY, keys, TABLE } from '../../shared/data/table.ts';
import { sealEnvelope } from '../../shared/exchange/signature.ts';
import type { RouteContract } from '../../shared/http/route.ts';
import { agreementRoutes } from '../../shared/http/routes/agreements.ts';
import { boardRoutes } from '../../shared/http/routes/board.ts';
import { deploymentRoutes } from '../../shared/http/routes/deployments.ts';
import { dutyRoomRoutes } from '../../shared/http/routes/duty-room.ts';
import { incidentRoutes } from '../../shared/http/routes/incidents.ts';
import { ledgerRoutes } from '../../shared/http/routes/ledger.ts';
import { receivedRequestRoutes } from '../../shared/http/routes/received-requests.ts';
import { requestRoutes } from '../../shared/http/routes/requests.ts';
import { teamRoutes } from '../../shared/http/routes/teams.ts';
import { TABLES } from '../../shared/spreadsheet/tables/index.ts';
import { aFreshId, LANZHOU, XINING } from '../builders/circumstances.ts';
import { everyMessage } from '../builders/every-message.ts';
import {
  aMedicalTeam,
  aMedicalTeamNeeded,
  type MeteredNeighbours,
  meteredNeighbours,
} from '../builders/metered-neighbours.ts';
import { bytesOf, type Trip } from '../builders/metered-table.ts';
import type { Neighbours } from '../builders/neighbours.ts';
import { registryLists } from '../builders/registry-lists.ts';
import { testSigner } from '../builders/test-cell.ts';
import { queueEvent } from '../builders/told-of-rows.ts';
import { type Dynoxide, startDynoxide } from '../support/dynoxide.ts';

const COORDINATOR = `coordinator@${XINING}`;
const REGISTRAR = `coordinator@${LANZHOU}`;
const OFFICER = `duty-officer@${LANZHOU}`;
/** A city without any agreement. */
const STRANGER = '632800';
const WRITES = ['BatchGetItem', 'TransactWriteItems'];

let engine: Dynoxide;
let world: MeteredNeighbours;
beforeAll(async () => {
  engine = await startDynoxide();
  world = await meteredNeighbours(engine);
});
afterAll(() => engine?.stop());

const operations = (trips: readonly Trip[]) => trips.map(([operation]) => operation);
/** Capacity units of a strongly consistent read of these rows. */
const readUnits = (rows: readonly Item[]) => Math.ceil(rows.reduce((sum, row) => sum + bytesOf(row), 0) / 4096);

describe('access pattern', () => {
  it('AP1 reads one aggregate', async () => {
    const { incidentId, requestId, deploymentId } = world.mission;
    const { agreementId, teamId } = world;
    const routes: readonly [string, string, RouteContract, Record<string, string>][] = [
      [OFFICER, 'team', teamRoutes.readTeam, { teamId }],
      [COORDINATOR, 'agreement', agreementRoutes.readAgreement, { agreementId }],
      [COORDINATOR, 'incident', incidentRoutes.readIncident, { incidentId }],
      [COORDINATOR, 'request', requestRoutes.compareAnswers, { requestId }],
      [OFFICER, 'received-request', receivedRequestRoutes.readReceivedRequest, { requestId }],
      [OFFICER, 'deployment', deploymentRoutes.readDeployment, { deploymentId }],
    ];
    for (const [as, kind, contract, params] of routes)
      expect(await world.spentOn(as, contract, { params }), kind).toEqual([['GetItem', 1]]);
  });

  it('AP2 reads, with a request, the missions that are out for it', async () => {
    const { requestId } = world.mission;
    const spent = await world.spentOn(COORDINATOR, requestRoutes.readRequest, { params: { requestId } });
    expect(spent).toEqual([
      ['GetItem', 1],
      ['BatchGetItem', 1],
    ]);
  });

  it('AP2 reads all aggregates that a command decides on, there or not, in one round trip', async () => {
    const body = { incidentId: world.mission.incidentId, items: [aMedicalTeamNeeded] };
    const [read, write] = await world.spentOn(COORDINATOR, requestRoutes.draftRequest, { body });
    expect(read).toEqual(['BatchGetItem', 2]);
    expect(write?.[0]).toBe('TransactWriteItems');
  });

  it('AP2 reads the condition of all teams of a page', async () => {
    const trips = await world.spentOn(OFFICER, teamRoutes.listTeams, { query: { hazard: 'flood' } });
    expect(trips).toEqual([
      ['Query', 1],
      ['BatchGetItem', 2],
    ]);
  });

  it('AP3 writes all that a command comes to in one round trip', async () => {
    const trips = await world.spentOn(REGISTRAR, teamRoutes.registerTeam, aMedicalTeam);
    expect(operations(trips)).toEqual(WRITES);
    const [writes = []] = world.tableOf(LANZHOU).transactions;
    const rows = writes.flatMap((write) => (write.kind === 'put' ? [write.item] : []));
    expect(rows).toHaveLength(writes.length);
    const units = rows.map((row) => 2 * Math.ceil(bytesOf(row) / 1024) + (TABLE.dueIndex.sortKey in row ? 1 : 0));
    expect(trips[1]?.[1]).toBe(units.reduce((sum, part) => sum + part));
  });

  it('AP4 reads a story, a chapter at a time', async () => {
    const { requestId: id, deploymentId } = world.mission;
    const chapters = [keys.aggregate('request', id), keys.aggregate('deployment', deploymentId)];
    const trips = await world.spentOn(COORDINATOR, ledgerRoutes.readStory, { params: { kind: 'request', id } });
    expect(trips).toEqual(chapters.map((pk) => ['Query', readUnits(world.partition(XINING, pk))]));
  });

  it('AP5 reads a page of a list', async () => {
    const query = { limit: '1' };
    expect(await world.spentOn(COORDINATOR, requestRoutes.listRequests, { query })).toEqual([['Query', 1]]);
    const { items, nextCursor: cursor } = world.answer().body as { items: object[]; nextCursor: string };
    expect(await world.spentOn(COORDINATOR, requestRoutes.listRequests, { query: { ...query, cursor } })).toEqual([
      ['Query', 1],
    ]);
    expect(world.answer().body).toMatchObject({ items: [expect.anything()] });
    expect(world.answer().body).not.toMatchObject({ items });
  });

  it('AP6 reads notices, newest first', async () => {
    const notices = world.partition(LANZHOU, keys.notice('').pk);
    expect(await world.spentOn(OFFICER, dutyRoomRoutes.listNotices)).toEqual([['Query', readUnits(notices)]]);
    expect(world.answer().body).toMatchObject({ items: notices.toReversed().map(({ id }) => ({ noticeId: id })) });
  });

  it('AP7 reads the quarantine, newest first', async () => {
    expect(await world.spentOn(COORDINATOR, dutyRoomRoutes.listQuarantine)).toEqual([['Query', 1]]);
  });

  it('AP8 reads unconfirmed messages, longest waiting first', async () => {
    expect(await world.spentOn(COORDINATOR, dutyRoomRoutes.listUnconfirmedMessages)).toEqual([['Query', 1]]);
    const sent = [...world.first, ...world.second].map(({ envelope }) => ({ messageId: envelope.id }));
    expect(world.answer().body).toMatchObject({ items: sent });
  });

  it('AP9 asks whose time has come', async () => {
    expect(await world.ring(XINING)).toEqual([['Query', 0.5]]);
  });

  it('AP10 finds what a repeated POST was answered', async () => {
    const request = { ...aMedicalTeam, headers: { 'idempotency-key': 'once' } };
    await world.spentOn(REGISTRAR, teamRoutes.registerTeam, request);
    const { body } = world.answer();
    // The transaction that the key cancels reports no units.
    const trips = await world.spentOn(REGISTRAR, teamRoutes.registerTeam, request);
    expect(trips).toEqual([
      ['BatchGetItem', 1],
      ['GetItem', 1],
    ]);
    expect(world.answer().body).toEqual(body);
  });

  it('AP11 reads what bears on a message', async () => {
    const { trips, verdict } = await world.receive(LANZHOU, world.first[0]);
    expect(verdict).toBe('applied');
    // The pre-authorised item is then answered: AP1, what is feared, the free teams and what others were promised (AP5), AP2, AP3.
    const automatic = ['GetItem', ...Array(4).fill('Query'), ...WRITES];
    expect(operations(trips)).toEqual(['BatchGetItem', ...WRITES, ...automatic, 'GetItem']);
    expect(trips[0]).toEqual(['BatchGetItem', 5]);
    expect(trips.at(-1)).toEqual(['GetItem', 1]);
  });

  it('AP19 looks whether the turn of a parked message came meanwhile', async () => {
    const { trips, verdict } = await world.receive(LANZHOU, world.second[1]);
    expect(verdict).toBe('parked');
    expect(operations(trips)).toEqual([...WRITES, 'GetItem']);
    expect(trips.at(-1)).toEqual(['GetItem', 1]);
  });

  it('AP51 notes when a partner was heard of, once a minute at most', async () => {
    const { trips } = await world.receive(LANZHOU, world.first[0]);
    expect(operations(trips)).toEqual(['BatchGetItem', 'GetItem']);
    const { pk, sk } = keys.partnerLink(XINING);
    const [row, ...others] = world.partition(LANZHOU, pk);
    expect([row?.sk, others]).toEqual([sk, []]);
  });

  it('AP52 reads how the links with partners stand', async () => {
    const trips = await world.spentOn(OFFICER, boardRoutes.readPartnerLinks);
    expect(operations(trips)).toEqual(Array(4).fill('Query'));
    const bytes = (pk: string) => readUnits(world.partition(LANZHOU, pk));
    const lists = ['agreement', 'unconfirmed', 'quarantined-from'].map((name) => keys.listing(name, '').pk);
    const expected = [keys.partnerLink('').pk, ...lists].map((pk) => Math.max(1, bytes(pk)));
    expect(trips.map(([, units]) => units)).toEqual(expected);
  });

  it('AP53 finds entries of all ledgers by what happened', async () => {
    const notes = world.partition(XINING, keys.aggregate('request', world.mission.requestId));
    const events = notes.filter(({ entity }) => entity === ENTITY.event).slice(0, 10);
    const { store, tripsOf } = world.tableOf(XINING);
    const index = createLedgerIndex({ store, newId: aFreshId });
    const trips = await tripsOf(() => index(queueEvent(events), {} as Context));
    expect(operations(trips)).toEqual(['BatchGetItem', 'BatchGetItem', 'TransactWriteItems']);
    // Four rows of less than a kilobyte for each entry.
    expect(trips[2]?.[1]).toBe(events.length * 4 * 2);
    const query = { type: 'requestPlaced' };
    expect(await world.spentOn(COORDINATOR, ledgerRoutes.searchLedgers, { query })).toEqual([['Query', 1]]);
    expect(world.answer().body).toMatchObject({ items: [{ id: world.mission.requestId }] });
  });

  it('AP12 takes up the message that waited', async () => {
    const [placed] = world.second;
    const { trips } = await world.receive(LANZHOU, placed);
    const last = operations(trips).slice(-7);
    expect(last).toEqual(['GetItem', 'TransactWriteItems', 'BatchGetItem', ...WRITES, 'GetItem', 'GetItem']);
  });

  it('AP13 finds the receipt that a repeat is answered with', async () => {
    const { trips, verdict } = await world.receive(LANZHOU, world.first[0]);
    expect(verdict).toBe('duplicate');
    expect(trips).toEqual([
      ['BatchGetItem', 5],
      ['GetItem', 1],
    ]);
  });

  it('AP14 finds the message that a receipt is for', async () => {
    const [sent] = world.first;
    const { conversation, id } = sent?.envelope ?? expect.unreachable('nothing was sent');
    const receipt = await world.tableOf(LANZHOU).store.get(keys.receipt('received-request', conversation, id));
    const { trips, verdict } = await world.receive(XINING, receipt && dispatchOf(receipt));
    expect(verdict).toBe('applied');
    expect(operations(trips)).toEqual(['BatchGetItem', 'GetItem', 'TransactWriteItems']);
    const { pk, sk } = keys.message('request', conversation, id);
    expect(trips[1]?.[1]).toBe(readUnits(world.partition(XINING, pk).filter((row) => row.sk === sk)));
  });

  it('AP15 finds out whether a message was quarantined before', async () => {
    const { trips } = await world.receive(LANZHOU, { nonsense: true });
    expect(operations(trips)).toEqual(WRITES);
    expect(trips[0]?.[1]).toBe(2);
    expect((await world.receive(LANZHOU, { nonsense: true })).trips).toEqual([['BatchGetItem', 2]]);
  });

  it('AP16 finds out whether there is any agreement with a city', async () => {
    const { signature: _signature, ...envelope } = world.first[0]?.envelope ?? expect.unreachable();
    const forged = { ...envelope, id: aFreshId(), from: STRANGER, agreement: aFreshId() };
    const body = { ...envelope.body, MessageID: forged.id };
    const message = await sealEnvelope({ ...forged, body }, testSigner(STRANGER));
    const { trips } = await world.receive(LANZHOU, { to: [LANZHOU], envelope: message });
    expect(operations(trips)).toEqual(['BatchGetItem', 'Query', ...WRITES]);
    expect(trips[1]).toEqual(['Query', 1]);
    await world.spentOn(OFFICER, dutyRoomRoutes.listQuarantine);
    expect(world.answer().body).toMatchObject({ items: [{ code: 'unknown-city' }, { code: 'not-a-message' }] });
  });

  it('AP26 finds entries by what people know them by, a hundred in one read', async () => {
    const { cell } = world.cellOf(LANZHOU);
    const { store, tripsOf } = world.tableOf(LANZHOU);
    const [{ name }, row] = [aMedicalTeam.body, aMedicalTeam.body];
    const reads = Array.from({ length: 100 }, (_, n) => ({
      number: n + 2,
      row: n === 0 ? row : { ...row, name: `${name}${n}` },
    }));
    let found: readonly boolean[] = [];
    const trips = await tripsOf(async () => {
      const { entries } = await findEntries({ ...cell, store }, TABLES.team, reads);
      found = entries.map(({ loaded }) => loaded !== undefined);
    });
    expect(trips).toEqual([
      ['BatchGetItem', 100],
      ['BatchGetItem', 100],
    ]);
    expect(found.filter((isThere) => isThere)).toHaveLength(1);
  });

  it('AP17 reads the notice that is acknowledged', async () => {
    const { id } = world.partition(LANZHOU, keys.notice('').pk)[0] ?? expect.unreachable('there are notices');
    const trips = await world.spentOn(OFFICER, dutyRoomRoutes.acknowledgeNotice, { params: { noticeId: String(id) } });
    expect(operations(trips)).toEqual(['GetItem', 'TransactWriteItems']);
    expect(trips[0]?.[1]).toBe(1);
  });

  it('AP18 reads a row whose time has come', async () => {
    world.setTime('2026-07-15T00:01:00.000Z');
    const [asked, ...others] = await world.ring(XINING);
    expect(asked).toEqual(['Query', 0.5]);
    // The two messages of the second request; the first has its receipt.
    expect(operations(others).toSorted()).toEqual(['GetItem', 'GetItem', 'TransactWriteItems', 'TransactWriteItems']);
    for (const trip of others.filter(([operation]) => operation === 'GetItem')) expect(trip[1]).toBe(1);
  });
});

it('docs/data-model.md names every list there is, and no other', async () => {
  const listsIn = ({ cellOf: cityOf }: Pick<Neighbours, 'cellOf'>) =>
    [XINING, LANZHOU].flatMap((city) =>
      cityOf(city)
        .store.rows()
        .flatMap(({ entity, pk }) => (entity === ENTITY.listing ? [pk] : [])),
    );
  const before = listsIn(world);
  const [forged] = world.first.map(({ to, envelope }) => ({ to, envelope: { ...envelope, exercise: true } }));
  world.underWay.push(...(forged ? [forged] : []), ...world.first);
  await world.deliverAll();
  const lists = [...before, ...listsIn(world), ...listsIn((await everyMessage()).cities), ...registryLists()];
  const named = [...readFileSync('docs/data-model.md', 'utf8').matchAll(/`(list#[^`]+)`/g)].map(
    ([, list = '']) => new RegExp(`^${list.replaceAll(/<[^>]+>/g, '[^/]+')}$`),
  );
  expect(lists.filter((list) => !named.some((pattern) => pattern.test(list)))).toEqual([]);
  expect(named.filter((pattern) => !lists.some((list) => pattern.test(list)))).toEqual([]);
});
