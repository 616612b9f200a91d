import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createHandler as createNotifications } from '../../functions/notifications/handler.ts';
import { deliver } from '../../functions/notifier/deliver.ts';
import { escalate } from '../../functions/notifier/escalate.ts';
import { fanOut } from '../../functions/notifier/fan-out.ts';
import { keys } from '../../shared/data/table.ts';
import { MINUTE_MS, plus } from '../../shared/domain/kernel/instant.ts';
import { dutyRoomOffice } from '../../shared/domain/roster/roster-state.ts';
import type { RouteContract } from '../../shared/http/route.ts';
import { changeFeedRoutes } from '../../shared/http/routes/change-feed.ts';
import { notificationSettingsRoutes } from '../../shared/http/routes/notification-settings.ts';
import { notificationRoutes } from '../../shared/http/routes/notifications.ts';
import { rosterRoutes } from '../../shared/http/routes/rosters.ts';
import { NOW, XINING } from '../builders/circumstances.ts';
import { type MeteredTable, openMeteredTable } from '../builders/metered-table.ts';
import { ADMINISTRATOR, notifierWorld, OFFICER, saveChannels } from '../builders/notifier-world.ts';
import { aDutyPerson, aShift, someOffice } from '../builders/roster.ts';
import { type Dynoxide, startDynoxide } from '../support/dynoxide.ts';

const robot = {
  channel: 'wecom',
  name: '值班群',
  urgencies: ['urgent'],
  address: { url: 'https://qyapi.weixin.example/send?key=k' },
};

let engine: Dynoxide;
let table: MeteredTable;
let world: ReturnType<typeof notifierWorld>;
let noticeId = '';

beforeAll(async () => {
  engine = await startDynoxide();
  world = notifierWorld();
  const { done, save, give, settle, test } = world;
  const shifts = [aShift(0, 24, aDutyPerson('甲', { personId: OFFICER }))];
  await done(rosterRoutes.establishRoster, { as: OFFICER, body: someOffice() });
  await done(rosterRoutes.planShifts, { as: OFFICER, params: { officeId: dutyRoomOffice(XINING) }, body: { shifts } });
  await save(ADMINISTRATOR, { language: 'zh', ways: [robot] }, saveChannels);
  await settle();
  noticeId = await give('甲', { urgency: 'urgent' });
  await settle();
  table = await openMeteredTable(engine, 'notifications', test.store.rows());
});
afterAll(() => engine?.stop());

const cell = () => ({ ...world.cell, store: table.store });

const spent = (contract: RouteContract, request: Parameters<typeof world.test.call>[2]) =>
  table.tripsOf(async () => {
    const { status, body } = await world.test.call(createNotifications(cell()), contract, { as: OFFICER, ...request });
    expect(status, JSON.stringify(body)).toBe(contract.success.status);
  });

const row = async (key: { pk: string; sk: string }) => (await table.store.get(key)) ?? expect.unreachable(key.pk);

describe('access pattern', () => {
  it('AP45 reads the notices of each audience, and what was read', async () => {
    expect(await spent(notificationRoutes.listOwnNotices, {})).toEqual(Array(4).fill(['Query', 1]));
  });

  it('AP46 reads whether a notice is theirs, and how far they had read', async () => {
    const trips = await spent(notificationRoutes.markNoticesRead, { body: { upTo: noticeId } });
    expect(trips.map(([operation]) => operation)).toEqual([
      ...['GetItem', 'BatchGetItem', 'BatchGetItem', 'TransactWriteItems'],
      ...Array(4).fill('Query'),
      'TransactWriteItems',
    ]);
    expect(trips.slice(1, 3)).toEqual([
      ['BatchGetItem', 3],
      ['BatchGetItem', 2],
    ]);
  });

  it('AP47 costs one unit for each of two audiences when nothing happened', async () => {
    const since = Buffer.from(plus(NOW, MINUTE_MS)).toString('base64url');
    expect(await spent(changeFeedRoutes.readChanges, { query: { since } })).toEqual([
      ['Query', 1],
      ['Query', 1],
    ]);
  });

  it('AP48 reads who is to be told of a new notice', async () => {
    const notice = await row(keys.notice(noticeId));
    const trips = await table.tripsOf(() => fanOut(cell(), notice));
    expect(trips.slice(0, 3).toSorted()).toEqual([
      ['GetItem', 1],
      ['GetItem', 1],
      ['Query', 1],
    ]);
  });

  it('AP49 reads what a delivery and an escalation go by', async () => {
    const { items } = await table.store.query({ pk: keys.delivery(noticeId, '').pk });
    const delivery = items.find(({ entity }) => entity === 'delivery') ?? expect.unreachable('there is a delivery');
    const { duePartition: _partition, dueAt: _due, ...again } = delivery;
    const due = { ...again, state: 'due', notBefore: NOW, tries: [] };
    await table.store.transact([{ kind: 'put', item: due }], 'again');
    const made = await table.tripsOf(() => deliver(cell(), due));
    expect(made.slice(0, 2)).toEqual([
      ['GetItem', 1],
      ['Query', 1],
    ]);

    const escalation = await row(keys.noticeEscalation(noticeId));
    world.test.setTime(plus(NOW, 5 * MINUTE_MS));
    const looked = await table.tripsOf(() => escalate(cell(), escalation));
    expect(looked.slice(0, 2).toSorted()).toEqual([
      ['BatchGetItem', 2],
      ['GetItem', 1],
    ]);
    world.test.setTime(NOW);
  });

  it('AP50 reads what became of a notice', async () => {
    const trips = await spent(notificationSettingsRoutes.listDeliveries, { params: { noticeId } });
    expect(trips).toEqual([['Query', 1]]);
  });
});
