import { describe, expect, it } from 'vitest';
import { DAY_MS, plus } from '../../../shared/domain/kernel/instant.ts';
import { notificationSettingsRoutes as routes } from '../../../shared/http/routes/notification-settings.ts';
import { notificationRoutes } from '../../../shared/http/routes/notifications.ts';
import { NOW, XINING } from '../../builders/circumstances.ts';
import { ADMINISTRATOR, notifierWorld, OFFICER } from '../../builders/notifier-world.ts';
import type { TestCall } from '../../builders/test-cell.ts';
import { expectProblem, itAnswersWrongCalls } from './wrong-calls.ts';

const KEY = 'SECRET-key-of-a-webhook';
const webhook = {
  channel: 'webhook',
  urgencies: ['urgent'],
  address: { url: 'https://hooks.example/SECRET-path', key: KEY },
};
const email = {
  channel: 'email',
  urgencies: ['routine', 'urgent'],
  address: { address: 'SECRET-zhang@xining.example' },
};
const settings = { language: 'zh', ways: [webhook, email] };
const robot = {
  channel: 'wecom',
  name: '值班群',
  urgencies: ['urgent'],
  address: { url: 'https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=SECRET-key' },
};
const mail = { host: 'smtp.xining.example', port: 465, security: 'tls', user: 'duty', from: 'duty@xining.example' };
const channels = { language: 'zh', ways: [robot], mail: { ...mail, password: 'SECRET-password' } };
const first = { 'if-match': '"0"' };

const good = (request: TestCall) => async () => {
  const { test, notifications } = notifierWorld();
  return { test, handler: notifications, good: { as: OFFICER, ...request } };
};

/** A world in which a notice could not be delivered, and a call about it. */
const undelivered = (request: TestCall) => async () => {
  const world = notifierWorld({
    outbound: { post: async () => ({ status: 410, body: '' }), mail: async () => undefined },
  });
  await world.save(OFFICER, { language: 'zh', ways: [webhook] });
  const noticeId = await world.give('甲', { urgency: 'urgent' });
  await world.settle();
  const deliveryId = (await world.deliveries(noticeId)).deliveries[0]?.deliveryId ?? '';
  return {
    test: world.test,
    handler: world.notifications,
    good: { as: OFFICER, params: { noticeId, deliveryId }, ...request },
  };
};

describe('the routes of settings', () => {
  itAnswersWrongCalls(routes.readOwnNotificationSettings, good({}));
  itAnswersWrongCalls(routes.saveOwnNotificationSettings, good({ body: settings, headers: first }));
  itAnswersWrongCalls(routes.tryOwnNotificationSettings, good({}));
  itAnswersWrongCalls(routes.endNotificationSettings, async () => {
    const { test, notifications, save } = notifierWorld();
    await save(OFFICER, settings);
    const body = { personId: OFFICER, reason: '离岗' };
    return { test, handler: notifications, good: { as: ADMINISTRATOR, body } };
  });
  itAnswersWrongCalls(routes.readNotificationChannels, good({}));
  itAnswersWrongCalls(routes.saveNotificationChannels, good({ as: ADMINISTRATOR, body: channels, headers: first }));
  itAnswersWrongCalls(routes.listDeliveries, async () => {
    const { test, notifications, give } = notifierWorld();
    return { test, handler: notifications, good: { as: OFFICER, params: { noticeId: await give('甲') } } };
  });
  itAnswersWrongCalls(routes.listUndeliveredNotices, good({ query: { limit: '5' } }));
  itAnswersWrongCalls(routes.deliverAgain, undelivered({}));
});

describe('the settings of a person', () => {
  it('are those of nobody else, and nothing but the service before anything is set', async () => {
    const { call, save, done } = notifierWorld();
    const nothing = { status: 200, body: { language: 'zh', ways: [] }, headers: { etag: '"0"' } };
    expect(await call(routes.readOwnNotificationSettings, { as: OFFICER })).toMatchObject(nothing);
    const saved = {
      language: 'zh',
      ways: [
        { channel: 'webhook', shown: 'hooks.example' },
        { channel: 'email', shown: 'SE***@xining.example' },
      ],
    };
    expect(await save(OFFICER, settings)).toMatchObject(saved);
    expect(await done(routes.readOwnNotificationSettings, { as: OFFICER })).toMatchObject(saved);
    expect(await call(routes.readOwnNotificationSettings, { as: `approver@${XINING}` })).toMatchObject(nothing);
  });

  it('keep addresses and keys outside the table, and show them to nobody', async () => {
    const { test, cell, save, done, give, settle } = notifierWorld();
    await save(OFFICER, settings);
    await save(ADMINISTRATOR, channels, routes.saveNotificationChannels);
    await give('甲', { urgency: 'urgent' });
    await settle();
    const read = [
      await done(routes.readOwnNotificationSettings, { as: OFFICER }),
      await done(routes.readNotificationChannels, { as: OFFICER }),
    ];
    expect(JSON.stringify(read)).not.toContain('SECRET');
    expect(JSON.stringify(test.store.rows())).not.toContain('SECRET');
    expect(JSON.stringify(test.sent)).toContain('SECRET-path');
    expect(await cell.secrets.get('nothing')).toBeUndefined();
  });

  it('keep the address of a way that is saved without one, and need one for a new way', async () => {
    const { test, save, call, give, settle } = notifierWorld();
    await save(OFFICER, settings);
    await save(OFFICER, { language: 'en', ways: [{ channel: 'webhook', urgencies: ['routine', 'urgent'] }] });
    await give('甲');
    await settle();
    expect(test.sent.map(({ url }) => url)).toEqual(['https://hooks.example/SECRET-path']);
    const body = { language: 'zh', ways: [{ channel: 'sms', urgencies: ['urgent'] }] };
    const answer = await call(routes.saveOwnNotificationSettings, {
      as: OFFICER,
      body,
      headers: { 'if-match': '"2"' },
    });
    expectProblem(answer, 422, 'way-without-address');
    expect(answer.body).toMatchObject({ errors: [{ pointer: '/ways/0/address' }] });
  });

  it('forget secrets that are replaced or taken away, and keep none of a change that is refused', async () => {
    const { test, cell, save, call } = notifierWorld();
    const kept: string[] = [];
    const removed: string[] = [];
    const { put, remove } = cell.secrets;
    Object.assign(cell.secrets, {
      put: (id: string, value: string) => {
        kept.push(id);
        return put(id, value);
      },
      remove: (id: string) => {
        removed.push(id);
        return remove(id);
      },
    });
    await save(OFFICER, settings);
    expect(kept).toHaveLength(2);
    await save(OFFICER, { language: 'zh', ways: [webhook] });
    expect(removed.toSorted()).toEqual(kept.slice(0, 2).toSorted());
    const stale = await call(routes.saveOwnNotificationSettings, {
      as: OFFICER,
      body: settings,
      headers: { 'if-match': '"1"' },
    });
    expectProblem(stale, 412, 'stale-version');
    expect([kept.length, removed.length]).toEqual([3, 2]);
    expect(await test.cell.secrets.get(kept[2] ?? '')).toContain('SECRET-path');
  });

  it.each([
    ['two of one kind', { ...settings, ways: [webhook, webhook] }, '/ways'],
    [
      'a short key',
      { ...settings, ways: [{ ...webhook, address: { url: 'https://x.example', key: 'short' } }] },
      '/ways/0/address/key',
    ],
    ['quiet hours of no length', { ...settings, quietHours: { from: '07:00', until: '07:00' } }, '/quietHours/until'],
  ])('are refused with %s', async (_, body, pointer) => {
    const { call } = notifierWorld();
    const answer = await call(routes.saveOwnNotificationSettings, { as: OFFICER, body, headers: first });
    expectProblem(answer, 422, 'body-not-valid');
    expect(answer.body).toMatchObject({ errors: [{ pointer }] });
  });

  it('can be tried: a notice of their own comes, to nobody else', async () => {
    const { test, save, done, settle } = notifierWorld();
    await save(OFFICER, { language: 'zh', ways: [webhook] });
    await save(`approver@${XINING}`, {
      language: 'zh',
      ways: [{ ...webhook, address: { url: 'https://other.example/', key: KEY } }],
    });
    const { noticeId } = await done(routes.tryOwnNotificationSettings, { as: OFFICER });
    await settle();
    expect(test.sent.map(({ url }) => url)).toEqual(['https://hooks.example/SECRET-path']);
    const own = await done(notificationRoutes.listOwnNotices, { as: OFFICER });
    expect(own).toMatchObject({ items: [{ noticeId, urgency: 'urgent' }] });
    expect(await done(notificationRoutes.listOwnNotices, { as: `approver@${XINING}` })).toMatchObject({ items: [] });
  });

  const ended = async (end: (world: ReturnType<typeof notifierWorld>) => Promise<unknown>) => {
    const world = notifierWorld();
    await world.save(OFFICER, { language: 'zh', ways: [webhook] });
    await end(world);
    await world.settle();
    world.test.sent.length = 0;
    await world.give('甲', { urgency: 'urgent' });
    await world.settle();
    expect(world.test.sent).toEqual([]);
    expect(await world.done(routes.readOwnNotificationSettings, { as: OFFICER })).toMatchObject({ ways: [] });
    expect((await world.done(notificationRoutes.listOwnNotices, { as: OFFICER })).items).toHaveLength(2);
    return world;
  };

  it('end when the administrator says so: nobody who has left is told any more', async () => {
    const { call, save } = await ended(({ done }) =>
      done(routes.endNotificationSettings, { as: ADMINISTRATOR, body: { personId: OFFICER, reason: '离岗' } }),
    );
    const again = { as: ADMINISTRATOR, body: { personId: OFFICER, reason: '离岗' } };
    expectProblem(await call(routes.endNotificationSettings, again), 404, 'notification-settings-unknown');
    expect(await save(OFFICER, settings)).toMatchObject({ ways: [{ channel: 'webhook' }, { channel: 'email' }] });
  });

  it('end by themselves when nobody has saved them for half a year', async () => {
    await ended(async ({ test, ring }) => {
      test.setTime(plus(NOW, 180 * DAY_MS));
      await ring();
    });
  });
});

describe('the channels of the duty room', () => {
  it('are set by the administrator alone, and keep their keys and the password when these are left out', async () => {
    const { save, done, call } = notifierWorld();
    const saved = await save(ADMINISTRATOR, channels, routes.saveNotificationChannels);
    expect(saved).toMatchObject({
      ways: [{ channel: 'wecom', name: '值班群', shown: 'qyapi.weixin.qq.com' }],
      mail: { ...mail, passwordSet: true },
      escalateAfterMinutes: 5,
    });
    const [{ wayId } = { wayId: '' }] = saved.ways as { wayId: string }[];
    const { address: _, ...named } = { ...robot, wayId, name: '指挥群' };
    const renamed = { ...channels, ways: [named], mail };
    expect(await save(ADMINISTRATOR, renamed, routes.saveNotificationChannels)).toMatchObject({
      ways: [{ wayId, name: '指挥群' }],
      mail: { passwordSet: true },
    });
    const elsewhere = { ...renamed, mail: { ...mail, host: 'smtp.evil.example' } };
    expect(await save(ADMINISTRATOR, elsewhere, routes.saveNotificationChannels)).toMatchObject({
      mail: { passwordSet: false },
    });
    expect(await done(routes.readNotificationChannels, { as: `auditor@${XINING}` })).toHaveProperty('savedAt');
    const unknown = { ...channels, ways: [{ ...named, wayId: '0190c000-0000-7000-8000-00000000ffff' }] };
    const answer = await call(routes.saveNotificationChannels, {
      as: ADMINISTRATOR,
      body: unknown,
      headers: { 'if-match': '"3"' },
    });
    expectProblem(answer, 422, 'way-without-address');
  });

  it('write mails by the server that is set, and refuse where none is', async () => {
    const { test, save, give, settle, deliveries } = notifierWorld();
    await save(OFFICER, { language: 'en', ways: [email] });
    const noticeId = await give('Dam', { urgency: 'urgent' });
    await settle();
    expect((await deliveries(noticeId)).deliveries).toMatchObject([
      { state: 'quarantined', tries: [{ reason: 'the mail server is not set' }] },
    ]);
    await save(ADMINISTRATOR, channels, routes.saveNotificationChannels);
    await give('Dam', { urgency: 'urgent' });
    await settle();
    expect(test.mails).toMatchObject([
      { server: mail, password: 'SECRET-password', to: 'SECRET-zhang@xining.example', subject: '[Urgent] Dam' },
    ]);
  });
});
