import { createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { createHandler as createDutyRoom } from '../../functions/duty-room/handler.ts';
import { MINUTE_MS, plus } from '../../shared/domain/kernel/instant.ts';
import { dutyRoomOffice } from '../../shared/domain/roster/roster-state.ts';
import { dutyRoomRoutes } from '../../shared/http/routes/duty-room.ts';
import { notificationSettingsRoutes as routes } from '../../shared/http/routes/notification-settings.ts';
import { notificationRoutes } from '../../shared/http/routes/notifications.ts';
import { rosterRoutes } from '../../shared/http/routes/rosters.ts';
import type { Outbound, OutboundAnswer, OutboundRequest } from '../../shared/notify/outbound.ts';
import { NOW, XINING } from '../builders/circumstances.ts';
import { ADMINISTRATOR, notifierWorld, OFFICER, saveChannels } from '../builders/notifier-world.ts';
import { aDutyPerson, aShift, someOffice } from '../builders/roster.ts';

const KEY = 'a-key-of-sixteen-characters-or-more';
const APPROVER = `approver@${XINING}`;
const EXPERT = `expert@${XINING}`;
const BOTH = ['urgent', 'routine'] as const;

const webhookOf = (who: string, urgencies: readonly string[] = BOTH) => ({
  channel: 'webhook',
  urgencies,
  address: { url: `https://hooks.example/${who}`, key: KEY },
});
const told = (language: 'zh' | 'en', ...ways: readonly object[]) => ({ language, ways });
const webhooks = (sent: readonly OutboundRequest[]) => sent.map(({ url }) => url.replace('https://hooks.example/', ''));
const content = (request: OutboundRequest | undefined) => JSON.parse(request?.body ?? '{}');

/** Answers one after another, and then the last for ever; notes what was sent. */
const answering = (...answers: readonly (OutboundAnswer | Error)[]) => {
  const sent: OutboundRequest[] = [];
  const left = [...answers];
  const outbound: Outbound = {
    post: async (request) => {
      sent.push(request);
      const answer = left.length > 1 ? left.shift() : left[0];
      if (answer instanceof Error || answer === undefined) throw answer ?? new Error('no answer');
      return answer;
    },
    mail: async () => undefined,
  };
  return { sent, outbound };
};

const status = (code: number): OutboundAnswer => ({ status: code, body: '' });

describe('a new notice', () => {
  it('is brought to whoever of its audiences has a way for notices of its importance', async () => {
    const { test, give, save, settle } = notifierWorld();
    await save(OFFICER, told('zh', webhookOf('officer')));
    await save(APPROVER, told('zh', webhookOf('approver', ['urgent'])));
    await save(EXPERT, told('zh', webhookOf('expert')));
    await give('例行');
    await settle();
    expect(webhooks(test.sent)).toEqual(['officer']);
    await give('紧急', { urgency: 'urgent' });
    await settle();
    expect(webhooks(test.sent).toSorted()).toEqual(['approver', 'officer', 'officer']);
    await give('专家', { to: [{ who: 'person', personId: EXPERT }], only: true });
    await settle();
    expect(webhooks(test.sent).at(-1)).toBe('expert');
    expect(test.sent).toHaveLength(4);
  });

  it('comes signed, whole and in both languages, and says when it is of a drill', async () => {
    const { test, give, save, settle, deliveries } = notifierWorld();
    await save(OFFICER, told('en', webhookOf('officer')));
    const noticeId = await give('水位上涨', { urgency: 'urgent' }, true);
    await settle();
    const [request] = test.sent;
    const { 'shouwang-timestamp': timestamp = '', ...headers } = request?.headers ?? {};
    const [delivery] = (await deliveries(noticeId)).deliveries;
    expect(headers).toMatchObject({
      'shouwang-delivery': delivery?.deliveryId,
      'shouwang-signature': `v1=${createHmac('sha256', KEY).update(`${timestamp}.${request?.body}`).digest('hex')}`,
    });
    expect(Number(timestamp) * 1000).toBe(Date.parse(NOW));
    expect(content(request)).toMatchObject({
      ...{ type: 'notice', city: XINING, deliveryId: delivery?.deliveryId },
      notice: { noticeId, urgency: 'urgent', exercise: true, text: { zh: '水位上涨', en: '水位上涨' } },
    });
  });

  it('is brought once, however often the notifier is told of it', async () => {
    const { test, give, save, settle, tellAgain } = notifierWorld();
    await save(OFFICER, told('zh', webhookOf('officer')));
    await save(APPROVER, told('zh', webhookOf('approver')));
    await give('甲', { urgency: 'urgent', to: [{ who: 'role', role: 'approver' }] });
    const keys = await settle();
    await tellAgain([...keys, ...keys]);
    expect(webhooks(test.sent).toSorted()).toEqual(['approver', 'officer']);
  });

  it('waits for the end of quiet hours unless it is urgent', async () => {
    // 23:30 by the clock in Xining.
    const { test, give, save, settle, pass } = notifierWorld({ now: '2026-07-15T15:30:00.000Z' });
    const quietHours = { from: '22:00', until: '23:40' };
    await save(OFFICER, { ...told('zh', webhookOf('officer')), quietHours });
    await give('例行');
    await give('紧急', { urgency: 'urgent' });
    await settle();
    expect(test.sent.map((request) => content(request).notice.text.zh)).toEqual(['紧急']);
    await pass(9);
    expect(test.sent).toHaveLength(1);
    await pass(1);
    expect(test.sent.map((request) => content(request).notice.text.zh)).toEqual(['紧急', '例行']);
  });
});

describe('a delivery that fails', () => {
  it('is tried again under the same id, with growing pauses, until it is taken', async () => {
    const { sent, outbound } = answering(status(503), new Error('reset'), status(429), status(204));
    const { give, save, settle, pass, deliveries } = notifierWorld({ outbound });
    await save(OFFICER, told('zh', webhookOf('officer')));
    const noticeId = await give('甲');
    await settle();
    await pass(1);
    expect(sent).toHaveLength(2);
    await pass(1);
    expect(sent).toHaveLength(2);
    await pass(5);
    expect(sent).toHaveLength(4);
    await pass(300);
    expect(sent).toHaveLength(4);
    expect(new Set(sent.map(({ headers }) => headers['shouwang-delivery'])).size).toBe(1);
    expect((await deliveries(noticeId)).deliveries).toMatchObject([
      {
        state: 'delivered',
        attempts: 4,
        tries: [
          { outcome: 'again', reason: 'HTTP 503' },
          { outcome: 'again', reason: 'no answer (Error)' },
          { outcome: 'again', reason: 'HTTP 429' },
          { outcome: 'delivered' },
        ],
      },
    ]);
  });

  it('is given up at once where it never will be taken, listed, and told of in the service only', async () => {
    const { sent, outbound } = answering(status(410));
    const { give, save, settle, pass, done } = notifierWorld({ outbound });
    await save(OFFICER, told('zh', webhookOf('officer')));
    const noticeId = await give('甲');
    await settle();
    await pass(600);
    expect(sent).toHaveLength(1);
    const undelivered = (await done(routes.listUndeliveredNotices, { as: OFFICER })).items;
    expect(undelivered).toMatchObject([{ noticeId, reason: 'HTTP 410', channel: 'webhook', shown: 'hooks.example' }]);
    const { items } = await done(notificationRoutes.listOwnNotices, { as: OFFICER });
    expect(items).toMatchObject([{ subject: { kind: 'delivery' } }, { noticeId }]);
    expect(JSON.stringify([undelivered, items])).not.toContain(KEY);
  });

  it('is given up in the end, and tried anew when somebody asks for it', async () => {
    const { sent, outbound } = answering(status(500));
    const { give, save, settle, pass, deliveries, done, call } = notifierWorld({ outbound });
    await save(OFFICER, told('zh', webhookOf('officer')));
    const noticeId = await give('甲');
    await settle();
    await pass(400);
    expect(sent).toHaveLength(9);
    const [delivery] = (await deliveries(noticeId)).deliveries;
    const params = { noticeId, deliveryId: delivery?.deliveryId ?? '' };
    expect(delivery).toMatchObject({ state: 'quarantined', attempts: 9 });
    await done(routes.deliverAgain, { as: OFFICER, params });
    expect((await done(routes.listUndeliveredNotices, { as: OFFICER })).items).toEqual([]);
    await settle();
    expect(sent).toHaveLength(10);
    expect(await call(routes.deliverAgain, { as: OFFICER, params })).toMatchObject({
      status: 409,
      body: { code: 'delivery-not-given-up' },
    });
  });

  it('is sent again by the clock when whoever sent it died before it was noted', async () => {
    const world = notifierWorld();
    const { test, cell, give, save, settle, pass } = world;
    await save(OFFICER, told('zh', webhookOf('officer')));
    await give('甲');
    const { transact } = test.store;
    let writes = 0;
    // The fan-out and the taking are written; what came of it is not.
    cell.store.transact = async (...args) => {
      writes += 1;
      if (writes === 3) throw new Error('dead');
      return transact(...args);
    };
    await expect(settle()).rejects.toThrow('the notifier failed');
    cell.store.transact = transact;
    expect(test.sent).toHaveLength(1);
    await pass(1);
    expect(test.sent).toHaveLength(1);
    await pass(1);
    expect(test.sent.map(({ headers }) => headers['shouwang-delivery'])).toEqual([
      test.sent[0]?.headers['shouwang-delivery'],
      test.sent[0]?.headers['shouwang-delivery'],
    ]);
    await pass(30);
    expect(test.sent).toHaveLength(2);
  });
});

describe("a group's robot", () => {
  const robot = (channel: 'wecom' | 'dingtalk') => ({
    channel,
    name: '值班群',
    urgencies: BOTH,
    address:
      channel === 'wecom'
        ? { url: 'https://qyapi.weixin.example/cgi-bin/webhook/send?key=SECRET' }
        : { url: 'https://oapi.dingtalk.example/robot/send?access_token=SECRET', signingSecret: 'SEC-signing' },
  });

  it.each(['wecom', 'dingtalk'] as const)(
    'of %s takes twenty messages a minute, and the rest in one',
    async (channel) => {
      const { test, give, save, settle, pass, deliveries } = notifierWorld();
      await save(ADMINISTRATOR, told('zh', robot(channel)), saveChannels);
      const ids: string[] = [];
      for (let n = 0; n < 25; n += 1) ids.push(await give(`第${n}条`));
      await settle();
      expect(test.sent).toHaveLength(20);
      await pass(1);
      expect(test.sent).toHaveLength(21);
      const { markdown } = content(test.sent.at(-1));
      const text = channel === 'wecom' ? markdown.content : markdown.text;
      expect(text).toMatch(/共 5 条提醒/);
      const outcomes = await Promise.all(
        ids.map(async (id) => (await deliveries(id)).deliveries[0]?.tries.map(({ outcome }) => outcome)),
      );
      expect(outcomes.slice(0, 20)).toEqual(Array(20).fill(['delivered']));
      expect(outcomes.slice(20)).toEqual(Array(5).fill(['put-off', 'together']));
      await pass(5);
      expect(test.sent).toHaveLength(21);
      await give('又一条');
      await settle();
      expect(test.sent).toHaveLength(22);
    },
  );

  it('of DingTalk is called with a signature of the moment', async () => {
    const { test, give, save, settle } = notifierWorld();
    await save(ADMINISTRATOR, told('zh', robot('dingtalk')), saveChannels);
    await give('甲', { urgency: 'urgent' });
    await settle();
    const url = new URL(test.sent[0]?.url ?? '');
    const timestamp = String(Date.parse(test.now()));
    expect(Object.fromEntries(url.searchParams)).toEqual({
      access_token: 'SECRET',
      timestamp,
      sign: createHmac('sha256', 'SEC-signing').update(`${timestamp}\nSEC-signing`).digest('base64'),
    });
    expect(content(test.sent[0])).toMatchObject({
      msgtype: 'markdown',
      markdown: { text: expect.stringContaining('【紧急】甲') },
    });
  });

  it('is told nothing that is for others than the duty room', async () => {
    const { test, give, save, settle } = notifierWorld();
    await save(ADMINISTRATOR, told('zh', robot('wecom')), saveChannels);
    await give('专家', { to: [{ who: 'person', personId: EXPERT }], only: true });
    await settle();
    expect(test.sent).toEqual([]);
  });

  it('that answers that it does not know the key is given up, one that is busy is not', async () => {
    const { sent, outbound } = answering(
      { status: 200, body: '{"errcode":45009}' },
      { status: 200, body: '{"errcode":93000,"errmsg":"invalid webhook url SECRET"}' },
    );
    const { give, save, settle, pass, deliveries } = notifierWorld({ outbound });
    await save(ADMINISTRATOR, told('zh', robot('wecom')), saveChannels);
    const noticeId = await give('甲');
    await settle();
    await pass(10);
    expect(sent).toHaveLength(2);
    expect((await deliveries(noticeId)).deliveries).toMatchObject([
      { state: 'quarantined', tries: [{ reason: 'errcode 45009' }, { outcome: 'refused', reason: 'errcode 93000' }] },
    ]);
  });
});

describe('an urgent notice that nobody reads', () => {
  const CITY = dutyRoomOffice(XINING);
  const LEAD = `coordinator@${XINING}`;
  const AFTER = 5;
  const DAM = '堤坝险情';

  const onDuty = async () => {
    const world = notifierWorld();
    const { test, done, save } = world;
    const shift = {
      ...aShift(0, 24, aDutyPerson('甲', { personId: OFFICER })),
      lead: aDutyPerson('乙', { personId: LEAD }),
    };
    await done(rosterRoutes.establishRoster, { as: OFFICER, body: someOffice() });
    await done(rosterRoutes.planShifts, { as: OFFICER, params: { officeId: CITY }, body: { shifts: [shift] } });
    const sms = { channel: 'sms', urgencies: ['urgent'], address: { telephone: '+86 139 0000 0001' } };
    const gateway = { url: 'https://hooks.example/sms', key: KEY };
    await save(ADMINISTRATOR, { ...told('zh'), sms: { address: gateway }, escalateAfterMinutes: AFTER }, saveChannels);
    await save(OFFICER, told('zh', webhookOf('officer'), sms));
    await save(LEAD, told('zh', webhookOf('lead')));
    await save(APPROVER, told('zh', webhookOf('approver')));
    await world.settle();
    /** Which ways the notice has gone; the roster has notices of its own. */
    const gone = () => webhooks(test.sent.filter(({ body }) => body.includes(DAM)));
    return { ...world, gone };
  };

  it('goes to the first on duty, then the next way, then the next person, each step once and kept', async () => {
    const { test, gone, give, settle, pass, deliveries, tellAgain } = await onDuty();
    const noticeId = await give(DAM, { urgency: 'urgent' });
    await tellAgain(await settle());
    expect(gone().toSorted()).toEqual(['approver', 'officer']);
    await pass(AFTER - 1);
    expect(gone()).toHaveLength(2);
    await pass(1);
    expect(gone().at(-1)).toBe('sms');
    expect(content(test.sent.find(({ url }) => url.endsWith('/sms')))).toMatchObject({
      type: 'sms',
      to: '+86 139 0000 0001',
      text: `【紧急】${DAM}`,
    });
    await pass(AFTER);
    expect(gone().at(-1)).toBe('lead');
    await pass(60);
    expect(gone()).toHaveLength(4);
    const { escalation } = await deliveries(noticeId);
    expect(escalation?.steps.map(({ name, channel, at }) => [name, channel, at])).toEqual([
      ['甲', 'webhook', plus(NOW, 0)],
      ['甲', 'sms', plus(NOW, AFTER * MINUTE_MS)],
      ['乙', 'webhook', plus(NOW, 2 * AFTER * MINUTE_MS)],
    ]);
    expect(escalation?.end).toMatchObject({ how: 'nobody-left' });
  });

  it('is told of no further once somebody of the duty room has read it', async () => {
    const { gone, give, settle, pass, deliveries, done } = await onDuty();
    const noticeId = await give(DAM, { urgency: 'urgent' });
    await settle();
    await done(notificationRoutes.markNoticesRead, { as: APPROVER, body: { upTo: noticeId } });
    await pass(30);
    expect(gone()).toHaveLength(2);
    expect((await deliveries(noticeId)).escalation?.end).toMatchObject({ how: 'read', by: { id: APPROVER } });
  });

  it('is told of no further once it is acknowledged', async () => {
    const { test, cell, gone, give, settle, pass, deliveries } = await onDuty();
    const noticeId = await give(DAM, { urgency: 'urgent' });
    await settle();
    await pass(AFTER);
    await test.call(createDutyRoom(cell), dutyRoomRoutes.acknowledgeNotice, { as: LEAD, params: { noticeId } });
    await pass(30);
    expect(gone()).toHaveLength(3);
    expect((await deliveries(noticeId)).escalation?.end).toMatchObject({ how: 'acknowledged', by: { id: LEAD } });
  });

  it('is told of on when only somebody outside the duty room has read it', async () => {
    const { gone, give, settle, pass, done } = await onDuty();
    const noticeId = await give(DAM, { urgency: 'urgent', to: [{ who: 'person', personId: EXPERT }] });
    await settle();
    await done(notificationRoutes.markNoticesRead, { as: EXPERT, body: { noticeIds: [noticeId] } });
    await pass(AFTER);
    expect(gone()).toHaveLength(3);
  });

  it('is routine: nobody is woken', async () => {
    const { give, settle, deliveries } = await onDuty();
    const noticeId = await give('例行');
    await settle();
    expect(await deliveries(noticeId)).not.toHaveProperty('escalation');
  });
});
